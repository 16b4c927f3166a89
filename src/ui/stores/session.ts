import { defineStore } from 'pinia'
import { computed, ref, shallowRef } from 'vue'
import { adoptRoster, currentRoster, PROJECT } from '../../application/adoptRoster'
import type { AssessmentRules } from '../../application/assess/assessHousehold'
import { writeAnswers } from '../../application/assess/writeAnswers'
import { changeSettings as planChanges, type WantedSettings } from '../../application/project/changeSettings'
import { createProject, type ProjectPlan } from '../../application/project/createProject'
import { readSettings, type ProjectSettings } from '../../application/project/ProjectSettings'
import type { ListedProject, Protection, RestoredProject, Unlock } from '../../application/store/ProjectShelf'
import type { ProjectStore } from '../../application/store/ProjectStore'
import type { SummaryVersions } from '../../application/store/summaryKey'
import { foldChanges } from '../../domain/changes/foldChanges'
import type { RosterHousehold } from '../../domain/roster/Roster'
import type { StandardsChoice } from '../../domain/standards/resolveStandards'
import type { StandardsInForce } from '../../domain/standards/Standards'
import type { Problem } from '../../domain/shared/Problem'
import { success, type Result } from '../../domain/shared/Result'
import { useServices } from '../services'

/** `saved` names the moment at which the last write was durable on every side. */
export type SavedState =
  | { readonly kind: 'clean' }
  | { readonly kind: 'saving' }
  | { readonly kind: 'saved'; readonly at: string }
  | { readonly kind: 'not_saved'; readonly problems: readonly Problem[] }

export interface OpenProject {
  readonly title: string
  readonly isPractice: boolean
  readonly store: ProjectStore
  readonly settings: ProjectSettings
  readonly rules: AssessmentRules
  /** The person at this laptop. */
  readonly person: string
  readonly rosterHash: string | undefined
}

export interface NewAssessment extends WantedSettings {
  readonly title: string
  readonly person: string
  readonly protection: Protection
}

/** A project that idleness closed, and the page to come back to. Kept in memory alone: its path may name a household. */
export interface LockedProject {
  readonly project: ListedProject
  readonly path: string
}

const PRACTICE_HOUSEHOLDS = 120
const PRACTICE_SEED = 2020

/** The project that is open in this window, and whether everything done to it is on disk. */
export const useSession = defineStore('session', () => {
  const services = useServices()
  const projects = shallowRef<readonly ListedProject[]>([])
  const open = shallowRef<OpenProject | null>(null)
  const saved = ref<SavedState>({ kind: 'clean' })
  const problems = shallowRef<readonly Problem[]>([])
  const isBusy = ref(false)
  const locked = shallowRef<LockedProject | null>(null)

  const versions = computed((): SummaryVersions | null =>
    open.value === null ? null : services.versionsOf(open.value.settings, open.value.rosterHash ?? ''),
  )

  /** Month in which the income year of exit assessments begins, 1 to 12. */
  const incomeYearStart = Number(
    services.edition.parameters.find(({ name }) => name === 'income_window_start_month')?.values[0]?.value,
  )

  async function list(): Promise<void> {
    projects.value = await services.shelf.list()
  }

  /** Runs one thing at a time; whatever it refuses stands in `problems`. */
  async function attempt(work: () => Promise<readonly Problem[]>): Promise<boolean> {
    isBusy.value = true
    try {
      problems.value = await work()
      return problems.value.length === 0
    } finally {
      isBusy.value = false
    }
  }

  function unlock(project: ListedProject, key: Unlock): Promise<boolean> {
    return attempt(async () => {
      const opened = await services.shelf.open(project.projectId, key)
      return opened.ok ? enter(project.title, project.isPractice, opened.value) : opened.problems
    })
  }

  function create(plan: Omit<ProjectPlan, 'at'>): Promise<boolean> {
    return attempt(async () => {
      const created = await createProject(services.shelf, { ...plan, at: services.now() })
      if (!created.ok) return created.problems
      return enter(plan.title, plan.protection.by === 'nothing_practice', created.value)
    })
  }

  function createAssessment({ title, person, protection, ...wanted }: NewAssessment): Promise<boolean> {
    const settings: ProjectSettings = { ...wanted, salt: services.newSalt() }
    return create({ title, person, protection, settings })
  }

  /** A project of generated households and answers, one click away. */
  async function createPractice(title: string, person: string): Promise<boolean> {
    const plan = {
      title,
      person,
      kind: 'assessment',
      asOf: '2020-12-31',
      region: 'west',
      protection: { by: 'nothing_practice' },
    } as const
    const isMade = await createAssessment(plan)
    const project = open.value
    if (!isMade || project === null) return false
    const county = services.practiceCounty(PRACTICE_HOUSEHOLDS, PRACTICE_SEED, project.settings.salt)
    const author = { person, at: services.now() }
    const { instrumentVersion } = services
    return (
      (await adopt(county.households)) &&
      save(() =>
        writeAnswers(project.store, county.answers, { ...author, instrumentVersion, copy: 'practice' }),
      )
    )
  }

  async function enter(title: string, isPractice: boolean, store: ProjectStore): Promise<readonly Problem[]> {
    const state = foldChanges(await store.changesOf('project', PROJECT))
    const settings = readSettings(state)
    const rules = settings === undefined ? null : services.rulesOf(settings)
    if (settings === undefined || rules === null || !rules.ok) {
      await store.close()
      return rules?.ok === false ? rules.problems : [damaged(title)]
    }
    const people = (await store.changesOfProject()).filter(({ entity }) => entity === 'person')
    const person = people[0]?.entityId ?? ''
    open.value = {
      title,
      isPractice,
      store,
      settings,
      rules: rules.value,
      person,
      rosterHash: await currentRoster(store),
    }
    saved.value = { kind: 'clean' }
    return []
  }

  /** Makes a read roster the project's own. */
  async function adopt(
    households: readonly RosterHousehold[],
    problems: readonly Problem[] = [],
  ): Promise<boolean> {
    const project = open.value
    if (project === null) return false
    const isAdopted = await save(() =>
      adoptRoster(project.store, households, { person: project.person, at: services.now() }, problems),
    )
    if (isAdopted) open.value = { ...project, rosterHash: await currentRoster(project.store) }
    return isAdopted
  }

  /** Every write of the window goes through here, so that 'saved' is said when, and only when, it is true. */
  async function save(write: () => Promise<Result<unknown>>): Promise<boolean> {
    saved.value = { kind: 'saving' }
    const written = await write()
    saved.value = written.ok
      ? { kind: 'saved', at: services.now() }
      : { kind: 'not_saved', problems: written.problems }
    return written.ok
  }

  /** The standards that a choice would bring into force, or why it cannot. */
  function previewStandards(choice: StandardsChoice): Result<StandardsInForce> {
    const rules = services.rulesOf({ kind: 'assessment', salt: '', ...choice })
    return rules.ok ? success(rules.value.standards) : rules
  }

  /** Changes what the project is judged by, with the reason; gives what was refused. */
  async function changeSettings(wanted: WantedSettings, reason: string): Promise<readonly Problem[]> {
    const project = open.value
    if (project === null) return []
    const author = { person: project.person, at: services.now(), reason }
    const planned = planChanges(project.settings, wanted, author, services.rulesOf)
    if (!planned.ok) return planned.problems
    const isWritten = await save(() => project.store.write(planned.value))
    if (!isWritten) return saved.value.kind === 'not_saved' ? saved.value.problems : []
    await takeUpSettings(project)
    return []
  }

  /** Judges by the settings as they are stored now. */
  async function takeUpSettings(project: OpenProject): Promise<void> {
    const settings = readSettings(foldChanges(await project.store.changesOf('project', PROJECT)))
    const rules = settings && services.rulesOf(settings)
    if (settings !== undefined && rules?.ok === true && open.value?.store === project.store)
      open.value = { ...open.value, settings, rules: rules.value }
  }

  async function retry(): Promise<boolean> {
    const project = open.value
    if (project === null) return false
    const isSaved = await save(() => project.store.retryUnsaved())
    // What was held may have been a change of what the project is judged by.
    if (isSaved) await takeUpSettings(project)
    return isSaved
  }

  /** Closes a sealed project until its passcode is given; false while a write is under way or has failed. */
  async function lock(path: string): Promise<boolean> {
    const project = open.value
    const isUnsaved = saved.value.kind === 'saving' || saved.value.kind === 'not_saved'
    if (project === null || project.isPractice || isUnsaved) return false
    const { title, isPractice, store } = project
    locked.value = {
      project: { projectId: store.projectId, title, isPractice, canOpenBySystem: false },
      path,
    }
    open.value = null
    await store.close()
    return true
  }

  /** Restores a backup; gives its project, ready to be opened. */
  async function restore(name: string, file: Uint8Array, key: Unlock): Promise<RestoredProject | null> {
    let restored: RestoredProject | null = null
    await attempt(async () => {
      const result = await services.shelf.restore(name, file, key)
      if (result.ok) restored = result.value
      return result.ok ? [] : result.problems
    })
    await list()
    return restored
  }

  /** What a backup file is of, before anything is opened. */
  function inspectBackup(name: string, file: Uint8Array): ListedProject | null {
    const inspected = services.shelf.inspectBackup(name, file)
    problems.value = inspected.ok ? [] : inspected.problems
    return inspected.ok ? inspected.value : null
  }

  async function leave(): Promise<void> {
    const project = open.value
    open.value = null
    locked.value = null
    await project?.store.close()
    await list()
  }

  return {
    projects,
    open,
    saved,
    problems,
    isBusy,
    locked,
    versions,
    incomeYearStart,
    list,
    unlock,
    createAssessment,
    createPractice,
    previewStandards,
    changeSettings,
    adopt,
    save,
    retry,
    lock,
    inspectBackup,
    restore,
    leave,
  }
})

function damaged(title: string): Problem {
  return { code: 'project_damaged', severity: 'error', place: {}, value: title }
}
