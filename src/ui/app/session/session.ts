import { defineStore } from 'pinia'
import { computed, ref, shallowRef } from 'vue'
import { draftProjectFact, PROJECT_FACTS } from '../../../application/facts/projectFacts'
import { adoptVillages, currentRoster, type ReadWith } from '../../../application/roster/adoptRoster'
import { checkPracticeList } from '../../../application/practice/checkPracticeList'
import {
  changeSettings as planChanges,
  type WantedSettings,
} from '../../../application/project/changeSettings'
import { currentRules, openProject, type OpenProject } from '../../../application/project/openProject'
import type { ListedProject } from '../../../application/store/ProjectShelf'
import { returnToRoster } from '../../../application/roster/rosterVersions'
import type { ProjectStore, RosterHash, RosterVillage } from '../../../application/store/ProjectStore'
import type { SummaryVersions } from '../../../application/store/summaryKey'
import type { ChangeDraft } from '../../../domain/changes/ChangeDraft'
import type { AdditionalForm } from '../../../domain/instrument/AdditionalForm'
import type { Problem } from '../../../domain/shared/Problem'
import { useServices } from '../services'
import { carriedOver } from './carriedOver'
import { savedState } from './savedState'

/** A project that was locked. What else the window knows of it lies sealed on the shelf. */
export interface LockedProject {
  readonly project: ListedProject
  /** Writes that are in memory alone, sealed. */
  readonly unsavedWrites: number
}

/** How long a lock waits for the disk: what is not written then stays in memory, sealed. */
const PATIENCE_MS = 3_000
/** How long the last writes may take to be handed over. */
const HAND_OVER_MS = 300

/** The project that is open in this window, and whether everything done to it is on disk. */
export const useSession = defineStore('session', () => {
  const services = useServices()
  const open = shallowRef<OpenProject | null>(null)
  const locked = shallowRef<LockedProject | null>(null)
  const { saved, isUnsaved, save, attempt, settled, retry: retrySaving } = savedState(services.now)
  const endings = new Set<() => Promise<unknown>>()
  const handings = new Set<() => void>()
  /** Being locked: nothing of the project is shown any more. */
  const isLocking = ref(false)
  const carried = carriedOver()

  const versions = computed((): SummaryVersions | null =>
    open.value === null ? null : services.versionsOf(open.value.settings, open.value.rosterHash ?? ''),
  )

  /** Whether households get a conclusion; nothing shows one in a project that gives none. */
  const givesVerdict = computed(() => open.value?.rules.programme.givesVerdict ?? true)

  /** Takes up the project of a store; one that cannot be judged is closed again, and why is given. */
  async function enter(
    store: ProjectStore,
    listed: Pick<ListedProject, 'title' | 'isPractice'>,
  ): Promise<readonly Problem[]> {
    const opened = await openProject(store, listed, services.rulesOf)
    if (!opened.ok) {
      await store.close()
      return opened.problems
    }
    open.value = opened.value
    saved.value = { kind: 'clean' }
    carried.read(services.shelf.carried(store.projectId))
    if (store.openingProblems.some(({ code }) => code === 'unsaved_when_locked')) void retry()
    return []
  }

  /** Makes a read roster the project's own; its villages are asked for one after another. */
  async function adopt(villages: Iterable<RosterVillage>, read: ReadWith = {}): Promise<boolean> {
    const project = open.value
    if (project === null) return false
    const author = { person: project.person, at: services.now() }
    const isAdopted = await save(() => {
      if (!project.isPractice) return adoptVillages(project.store, villages, author, read)
      const list = [...villages]
      const checked = checkPracticeList(list.flatMap(({ households }) => households))
      return checked.ok ? adoptVillages(project.store, list, author, read) : Promise.resolve(checked)
    })
    if (isAdopted) open.value = { ...project, rosterHash: await currentRoster(project.store) }
    return isAdopted
  }

  /** Makes an earlier roster the current one again. */
  async function returnTo(hash: RosterHash): Promise<boolean> {
    const project = open.value
    if (project === null) return false
    const author = { person: project.person, at: services.now() }
    const isBack = await save(() => returnToRoster(project.store, hash, author))
    if (isBack) open.value = { ...project, rosterHash: hash }
    return isBack
  }

  /** Changes what the project is judged by, with the reason; gives what was refused. */
  async function changeSettings(wanted: WantedSettings, reason: string): Promise<readonly Problem[]> {
    const project = open.value
    if (project === null) return []
    const author = { person: project.person, at: services.now(), reason }
    const planned = planChanges(project.settings, wanted, author, services.rulesOf)
    if (!planned.ok) return planned.problems
    return writeSettings(project, planned.value)
  }

  /** Puts additional groups into the project's form, or takes them out; gives what was refused. */
  async function changeAdditional(form: AdditionalForm | null): Promise<readonly Problem[]> {
    const project = open.value
    if (project === null) return []
    const draft = draftProjectFact(PROJECT_FACTS.additional, [], form, {
      person: project.person,
      at: services.now(),
    })
    return writeSettings(project, [draft])
  }

  /** Writes what the project is judged by, and judges by it; gives what was refused. */
  async function writeSettings(
    project: OpenProject,
    drafts: readonly ChangeDraft[],
  ): Promise<readonly Problem[]> {
    const isWritten = await save(() => project.store.write(drafts))
    if (!isWritten) return 'problems' in saved.value ? saved.value.problems : []
    await takeUpSettings(project)
    return []
  }

  /** Judges by the settings as they are stored now. */
  async function takeUpSettings({ store, title }: OpenProject): Promise<void> {
    const judged = await currentRules(store, title, services.rulesOf)
    if (judged.ok && open.value?.store === store) open.value = { ...open.value, ...judged.value }
  }

  /** After others' changes came in: the list and what it is judged by as they are now. */
  async function takeUp(): Promise<void> {
    const project = open.value
    if (project === null) return
    const rosterHash = await currentRoster(project.store)
    if (open.value?.store === project.store) open.value = { ...open.value, rosterHash }
    await takeUpSettings(project)
  }

  async function retry(): Promise<boolean> {
    const project = open.value
    if (project === null) return false
    const isSaved = await retrySaving(() => project.store.retryUnsaved())
    // What was held may have been a change of what the project is judged by.
    if (isSaved) await takeUpSettings(project)
    return isSaved
  }

  /** Somebody else of the project's list is at the computer now, until the project is closed. */
  function takeOver(person: string): void {
    if (open.value !== null) open.value = { ...open.value, person }
  }

  /** Whoever locks or leaves the project waits for this work before; gives the call that takes it back. */
  function beforeClosing(work: () => Promise<unknown>): () => void {
    endings.add(work)
    return () => void endings.delete(work)
  }

  /** Whoever has writes waiting for others hands them over at once when a lock can wait no longer; gives the call that takes it back. */
  function whenHurried(handOver: () => void): () => void {
    handings.add(handOver)
    return () => void handings.delete(handOver)
  }

  function endWork(): Promise<unknown> {
    return Promise.allSettled([...endings].map((work) => work()))
  }

  /**
   * Locks a sealed project until its passcode is given, whatever became of its writes: those under way are waited for a while, and
   * what is not on disk then stays in memory, sealed. False where there is nothing to lock.
   */
  async function lock(path: string): Promise<boolean> {
    const project = open.value
    if (project === null || project.isPractice || isLocking.value) return false
    isLocking.value = true
    try {
      if (!(await isWithin(PATIENCE_MS, endWork().then(settled)))) {
        for (const handOver of handings) handOver()
        await isWithin(HAND_OVER_MS, settled())
      }
      const taken = await carried.textFor(path)
      if (open.value !== project) return false
      const { title, isPractice, store } = project
      const { projectId } = store
      const { unsavedWrites } = services.shelf.lock(projectId, taken)
      locked.value = { project: { projectId, title, isPractice, canOpenBySystem: false }, unsavedWrites }
      open.value = null
      saved.value = { kind: 'clean' }
      carried.read(undefined)
      return true
    } finally {
      isLocking.value = false
    }
  }

  async function leave(): Promise<void> {
    await endWork()
    const project = open.value
    open.value = null
    locked.value = null
    await project?.store.close()
  }

  return {
    open,
    locked,
    saved,
    isUnsaved,
    versions,
    givesVerdict,
    enter,
    adopt,
    returnTo,
    save,
    attempt,
    changeSettings,
    changeAdditional,
    takeUp,
    retry,
    takeOver,
    beforeClosing,
    whenHurried,
    carry: carried.carry,
    takeBack: carried.takeBack,
    pageBack: carried.pageBack,
    isLocking,
    lock,
    leave,
  }
})

/** Whether some work ended in time. */
async function isWithin(milliseconds: number, work: Promise<unknown>): Promise<boolean> {
  let timer: ReturnType<typeof setTimeout> | undefined
  const isOver = new Promise<false>((resolve) => (timer = setTimeout(resolve, milliseconds, false)))
  const isDone = await Promise.race([work.then(() => true), isOver])
  clearTimeout(timer)
  return isDone
}
