import { defineStore } from 'pinia'
import { reactive, ref, shallowRef, watch } from 'vue'
import type { DataFormat } from '../../application/datasets/DataRequest'
import { recordFileName, type RecordFile } from '../../application/datasets/recordFileName'
import type { ListedScope } from '../../application/forms/FormScope'
import { fieldworkOf } from '../../application/households/fieldworkOf'
import type { SaveOutcome } from '../../application/Platform'
import { matchSecret } from '../../application/lake/matchSecret'
import type { OpenProject } from '../../application/project/openProject'
import { assessFiles } from '../../application/review/assessFiles'
import { reviewInputsOf, type ReviewInputs } from '../../application/review/ReviewInputs'
import { blindHouseholds } from '../../application/rounds/backchecks'
import { projectSampleOf } from '../../application/sampling/projectSample'
import { answerLines } from '../../application/team/answerLines'
import type { Language } from '../../application/texts/Texts'
import { askFullIds } from '../../application/workbook/fullIds'
import { villageWork } from '../../application/workbook/villageWork'
import type { Problem } from '../../domain/shared/Problem'
import { success, type Result } from '../../domain/shared/Result'
import { useMessages } from '../app/i18n/useMessages'
import { useTexts } from '../app/i18n/useTexts'
import { useServices, type Task } from '../app/services'
import { useSession } from '../app/session/session'
import { lakeTask } from './lakeTask'
import type { OutputFormat } from './outputFormats'

/** Records as files of data: made in a worker, handed over in one .zip. */
export const useDataExport = defineStore('dataExport', () => {
  const services = useServices()
  const session = useSession()
  const texts = useTexts()
  const { t } = useMessages()
  const wanted = reactive({
    format: 'csv' as OutputFormat,
    language: texts.value.language as Language,
    isIdInFull: false,
    why: '',
    matchSecret: '',
  })
  const isWriting = ref(false)
  const outcome = shallowRef<SaveOutcome | null>(null)
  const problems = shallowRef<readonly Problem[]>([])
  let task: Task<Result<Uint8Array>> | null = null

  /** Answers are written as they were given: who takes them out says why. */
  function needsReason(): boolean {
    return wanted.isIdInFull || wanted.format === 'jsonl'
  }

  async function save(scope: ListedScope): Promise<void> {
    const project = session.open
    if (project === null || isWriting.value) return
    const { store, person, title } = project
    outcome.value = null
    problems.value = []
    const secret = secretTyped()
    if (!secret.ok) {
      problems.value = secret.problems
      return
    }
    const at = services.now()
    if (needsReason()) {
      problems.value = await session.attempt(() => askFullIds(store, wanted.why, { person, at }))
      if (problems.value.length > 0) return
    }
    isWriting.value = true
    try {
      const { format } = wanted
      const asked = { matchSalt: secret.value, why: needsReason() ? wanted.why.trim() : null, at }
      const own =
        format === 'parquet'
          ? await lakeTask(services, project, asked)
          : await dataTask(project, format, scope, at)
      task = own
      const made = await own.done
      if (task !== own) return
      if (!made.ok) {
        problems.value = made.problems
        return
      }
      wanted.why = ''
      wanted.matchSecret = ''
      const name = `${title}-${t('dataOut.fileName')}-${format}.zip`
      outcome.value = await services.platform.saveArchive(name, made.value)
    } finally {
      isWriting.value = false
    }
  }

  /** The secret by which a lake can be matched with others; null where none was typed, and in other formats. */
  function secretTyped(): Result<string | null> {
    const { format, matchSecret: typed } = wanted
    return format === 'parquet' && typed !== '' ? matchSecret(typed) : success(null)
  }

  /** Begins to make files of data of a choice of households. */
  async function dataTask(
    { store, person, title, settings, rules }: OpenProject,
    format: DataFormat,
    scope: ListedScope,
    at: string,
  ): Promise<Task<Result<Uint8Array>>> {
    const inputs = await reviewInputsOf(store)
    const request = {
      settings,
      title,
      ...inputs,
      format,
      language: wanted.language,
      isIdInFull: needsReason(),
      beside: format === 'jsonl' ? await filesBeside(inputs, scope) : [],
      scope: wordsOf(scope),
      at,
    }
    const chosen = scope.kind === 'all' ? undefined : scope.ids
    const blind = await blindHouseholds(store, person)
    const isWanted = (id: string): boolean => !blind.has(id) && (chosen?.has(id) ?? true)
    const { done, cancel: stop } = services.writeData(
      request,
      villageWork(store, person, chosen),
      answerLines(store, true, rules, isWanted),
    )
    return { done: done.then(success), cancel: stop }
  }

  function wordsOf(scope: ListedScope): readonly string[] {
    return scope.kind === 'all' ? [] : [scope.name ?? t('output.shown', { count: scope.ids.size })]
  }

  /** What `yihu assess` needs beside answers; totals and the sample are the county's, and go out with all of it only. */
  async function filesBeside({ county }: ReviewInputs, scope: ListedScope) {
    const project = session.open
    if (project === null) return []
    const { store, settings, rules } = project
    const words = services.textsOf(wanted.language)
    const nameOf = (file: RecordFile): string => recordFileName(file, words)
    const drawn = await projectSampleOf(store)
    const fieldwork = await fieldworkOf(store)
    const isWhole = scope.kind === 'all'
    const files = assessFiles(
      {
        answers: null,
        determinations: null,
        totals: isWhole && county.totals !== null ? nameOf('totals') : null,
        sample: isWhole && drawn !== null ? nameOf('sample') : null,
        fieldwork: fieldwork.found.length + fieldwork.moves.length > 0 ? nameOf('fieldwork') : null,
        additional: rules.currentInstrument.data.additional === undefined ? null : nameOf('additional'),
      },
      {
        store,
        forms: rules,
        assessments: [],
        determinations: new Map(),
        report: county,
        drawn,
        salt: settings.salt,
        fieldwork,
      },
    )
    if (!files.ok) return []
    return Promise.all(
      files.value.map(async ({ path, contentOf }) => {
        let text = ''
        for await (const part of contentOf()) text += part
        return { name: path, text }
      }),
    )
  }

  /** Stops the work with nothing written. */
  function cancel(): void {
    task?.cancel()
    task = null
    isWriting.value = false
  }

  // Nothing readable stays when the project is closed or locked.
  watch(
    () => session.open?.store,
    () => {
      cancel()
      wanted.why = ''
      wanted.matchSecret = ''
      outcome.value = null
      problems.value = []
    },
  )

  return { wanted, isWriting, outcome, problems, needsReason, save, cancel }
})
