import { defineStore } from 'pinia'
import { computed, nextTick, ref, shallowRef, watch } from 'vue'
import { formName, subjectOf, type ChosenForm } from '../../application/forms/ChosenForm'
import type { FormTemplate } from '../../application/forms/FormTemplate'
import { formFacts } from '../../application/forms/formFacts'
import type { FormSheet } from '../../application/forms/FormPage'
import type { FormScope } from '../../application/forms/FormScope'
import type { FormsJob, MadeForms } from '../../application/forms/FormsJob'
import { formsFileName } from '../../application/forms/formsFileName'
import { partName } from '../../application/forms/inFiles'
import { parseTemplate } from '../../application/forms/parseTemplate'
import { stagesOf } from '../../application/determination/recordStage'
import type { PrintOutcome, SaveOutcome } from '../../application/Platform'
import { reviewInputsOf } from '../../application/review/ReviewInputs'
import { villageWork } from '../../application/workbook/villageWork'
import type { Problem } from '../../domain/shared/Problem'
import { useTexts } from '../app/i18n/useTexts'
import { useServices, type Task } from '../app/services'
import { useSession } from '../app/session/session'

/** What came of the last wish; `too_many`: more pages than are printed at once. */
export type FormsOutcome =
  | SaveOutcome
  | PrintOutcome
  | { readonly kind: 'too_many'; readonly count: number }
  | { readonly kind: 'nothing' }

/** Hand forms: which, for whom, and the work of making them. */
export const useForms = defineStore('forms', () => {
  const services = useServices()
  const session = useSession()
  const texts = useTexts()
  /** Forms of the user's own, in place of shipped ones of their names. */
  const ownForms = shallowRef<readonly FormTemplate[]>([])
  /** The shipped forms are about what an assessment finds out; of a census there is the blank one. */
  const offered = computed((): readonly ChosenForm[] => {
    const shipped = session.givesVerdict ? services.handForms.templates : []
    const names = ownForms.value.map(({ name }) => name)
    return [...shipped.filter(({ name }) => !names.includes(name)), 'blank', ...ownForms.value]
  })
  const chosen = ref<string[]>([])
  const isMaking = ref(false)
  const outcome = shallowRef<FormsOutcome | null>(null)
  const problems = shallowRef<readonly Problem[]>([])
  /** On their way to paper. */
  const sheets = shallowRef<readonly FormSheet[]>([])
  let task: Task<MadeForms> | null = null

  /** Takes up a form of the user's own, in place of one of its name. */
  async function takeOwn(): Promise<void> {
    const [file] = await services.chooseForm()
    const project = session.open
    if (file === undefined || project === null) return
    const facts = formFacts(project.rules.currentInstrument)
    const parsed = parseTemplate(await file.text(), file.name, facts)
    problems.value = parsed.ok ? [] : parsed.problems
    if (!parsed.ok) return
    const { name } = parsed.value
    ownForms.value = [...ownForms.value.filter((form) => form.name !== name), parsed.value]
    if (!chosen.value.includes(name)) chosen.value.push(name)
  }

  async function write(scope: FormScope): Promise<void> {
    const made = await make(scope, 'files')
    if (made === null) return
    const name = formsFileName(wanted(), scope, texts.value)
    for (const [part, bytes] of made.files.entries()) {
      outcome.value = await services.platform.saveWorkbook(partName(name, part), bytes)
      if (outcome.value.kind !== 'saved') return
    }
  }

  async function print(scope: FormScope): Promise<void> {
    await onPaper(scope, () => services.platform.print())
  }

  async function savePdf(scope: FormScope): Promise<void> {
    const name = formsFileName(wanted(), scope, texts.value).replace(/xlsx$/, 'pdf')
    await onPaper(scope, async () => (await services.platform.savePdf?.(name)) ?? null)
  }

  /** Lays the forms out where only paper shows them, as long as they are printed. */
  async function onPaper(scope: FormScope, put: () => Promise<FormsOutcome | null>): Promise<void> {
    const made = await make(scope, 'sheets')
    if (made === null) return
    const count = made.sheets.reduce((sum, { pages }) => sum + pages.length, 0)
    if (count > services.handForms.pagesAtOnce) {
      outcome.value = { kind: 'too_many', count }
      return
    }
    sheets.value = made.sheets
    await nextTick()
    try {
      outcome.value = await put()
    } finally {
      sheets.value = []
    }
  }

  /** Null where there is nothing, or it was stopped. */
  async function make(scope: FormScope, as: FormsJob['as']): Promise<MadeForms | null> {
    const project = session.open
    const forms = wanted()
    if (project === null || forms.length === 0) return null
    isMaking.value = true
    outcome.value = null
    const { store, settings, person, title } = project
    const { language } = texts.value
    try {
      const inputs = { ...(await reviewInputsOf(store)), stages: await stagesOf(store) }
      const job = { settings, language, title, isIdInFull: false, ...inputs, forms, scope, as }
      const own = services.makeForms(job, villageWork(store, person, neededOf(scope, forms)))
      task = own
      const made = await own.done
      if (task !== own) return null
      if (made.files.length === 0 && made.sheets.length === 0) {
        outcome.value = { kind: 'nothing' }
        return null
      }
      return made
    } finally {
      isMaking.value = false
    }
  }

  function wanted(): readonly ChosenForm[] {
    return offered.value.filter((form) => chosen.value.includes(formName(form)))
  }

  /** Stops the work with nothing written. */
  function cancel(): void {
    task?.cancel()
    task = null
    isMaking.value = false
  }

  // Nothing readable stays when the project is closed or locked.
  watch(
    () => session.open?.store,
    () => {
      cancel()
      sheets.value = []
      outcome.value = null
      problems.value = []
    },
  )

  return { offered, chosen, isMaking, outcome, problems, sheets, takeOwn, write, print, savePdf, cancel }
})

/** The households that must be judged: forms about villages and the county count all of them. */
function neededOf(scope: FormScope, forms: readonly ChosenForm[]): ReadonlySet<string> | undefined {
  const areSummed = forms.some((form) => ['village', 'county'].includes(subjectOf(form)))
  return scope.kind !== 'households' || areSummed ? undefined : scope.ids
}
