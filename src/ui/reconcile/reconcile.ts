import { defineStore } from 'pinia'
import { computed, ref, shallowRef, watch } from 'vue'
import type { SaveOutcome } from '../../application/Platform'
import { askHousehold, questionAbout } from '../../application/reconcile/askHousehold'
import type { PersonList } from '../../application/reconcile/importPersonList'
import {
  keepOtherList,
  otherListsOf,
  reconcileWith,
  removeOtherList,
  type ListOrigin,
  type OtherList,
} from '../../application/reconcile/otherLists'
import { reconciliationSheets } from '../../application/reconcile/reconciliationSheets'
import type { ReconciledRow } from '../../application/reconcile/reconciliationTables'
import type { Reconciliation } from '../../domain/reconcile/Reconciliation'
import type { Problem } from '../../domain/shared/Problem'
import { success, type Result } from '../../domain/shared/Result'
import { useMessages } from '../app/i18n/useMessages'
import { useTexts } from '../app/i18n/useTexts'
import { useServices, type Task } from '../app/services'
import { useSession } from '../app/session/session'

/** Other lists of people, kept and held against the register. */
export const useReconcile = defineStore('reconcile', () => {
  const services = useServices()
  const session = useSession()
  const texts = useTexts()
  const { t } = useMessages()
  const lists = shallowRef<readonly OtherList[]>([])
  const read = shallowRef<PersonList | null>(null)
  const isReading = ref(false)
  const problems = shallowRef<readonly Problem[]>([])
  /** The list that is looked at, and what was found. */
  const looked = shallowRef<OtherList | null>(null)
  const found = shallowRef<Reconciliation | null>(null)
  const saved = shallowRef<SaveOutcome | null>(null)
  /** What became of the last question; null: none was asked. */
  const isAsked = ref<boolean | null>(null)
  let task: Task<Result<PersonList>> | null = null

  const terms = computed(() => ({ texts: texts.value, codes: services.rosterCodes, isIdInFull: false }))

  async function load(): Promise<void> {
    const project = session.open
    if (project !== null) lists.value = await otherListsOf(project.store)
  }

  function choose(): Promise<readonly File[]> {
    return services.chooseRoster()
  }

  async function readFiles(files: readonly File[]): Promise<void> {
    const project = session.open
    if (project === null || files.length === 0) return
    cancel()
    forget()
    isReading.value = true
    const own = services.readPersonList({ files, salt: project.settings.salt })
    task = own
    const answer = await own.done
    if (task !== own) return
    isReading.value = false
    if (answer.ok) read.value = answer.value
    problems.value = answer.ok ? answer.value.problems : answer.problems
  }

  /** Keeps what was read under its source and day, and compares it. */
  async function keep(origin: ListOrigin): Promise<void> {
    const [project, list] = [session.open, read.value]
    if (project === null || list === null) return
    const { store, person } = project
    const author = { person, at: services.now() }
    let hash = ''
    problems.value = await session.attempt(async () => {
      const kept = await keepOtherList(store, list.persons, origin, author)
      if (kept.ok) hash = kept.value
      return kept
    })
    if (problems.value.length > 0) return
    read.value = null
    await load()
    const kept = lists.value.find((each) => each.hash === hash)
    if (kept !== undefined) await look(kept)
  }

  async function look(list: OtherList): Promise<void> {
    const project = session.open
    if (project === null) return
    saved.value = null
    isAsked.value = null
    const compared = await reconcileWith(project.store, list.hash)
    looked.value = list
    found.value = compared.ok ? compared.value : null
    problems.value = compared.ok ? [] : compared.problems
  }

  async function remove(list: OtherList): Promise<void> {
    const project = session.open
    if (project === null) return
    const { store, person } = project
    problems.value = await session.attempt(() =>
      removeOtherList(store, list.hash, { person, at: services.now() }),
    )
    if (looked.value?.hash === list.hash) [looked.value, found.value] = [null, null]
    await load()
  }

  /** Sends the row's household back to be asked. */
  async function ask(row: ReconciledRow): Promise<void> {
    const [project, list] = [session.open, looked.value]
    if (project === null || list === null || row.household === null) return
    const { household } = row
    const { store, person, rules } = project
    const text = questionAbout(row, list, terms.value)
    problems.value = await session.attempt(async () => {
      const asked = await askHousehold(store, household, text, rules, { person, at: services.now() })
      if (asked.ok) isAsked.value = asked.value
      return asked.ok ? success(null) : asked
    })
  }

  async function save(): Promise<void> {
    const [list, compared] = [looked.value, found.value]
    if (list === null || compared === null) return
    const sheets = reconciliationSheets(compared, { ...list, fullIds: null }, terms.value)
    const bytes = await services.writeSheets(sheets)
    const name = `${t('reconcile.fileName')}-${list.source.replace(/[\\/:*?"<>|]/g, ' ')}-${list.date}.xlsx`
    saved.value = await services.platform.saveWorkbook(name, bytes)
  }

  function cancel(): void {
    task?.cancel()
    task = null
    isReading.value = false
  }

  function forget(): void {
    read.value = null
    problems.value = []
    looked.value = null
    found.value = null
    saved.value = null
    isAsked.value = null
  }

  // Nothing readable stays when the project is closed or locked.
  watch(
    () => session.open?.store,
    () => {
      cancel()
      forget()
      lists.value = []
    },
  )

  return {
    lists,
    read,
    isReading,
    problems,
    looked,
    found,
    saved,
    isAsked,
    terms,
    load,
    choose,
    readFiles,
    keep,
    look,
    remove,
    ask,
    save,
    cancel,
  }
})
