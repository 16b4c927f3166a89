import { defineStore } from 'pinia'
import { ref, shallowRef } from 'vue'
import { villagesOf } from '../../application/roster/adoptRoster'
import { writeAnswers } from '../../application/assess/writeAnswers'
import { withPracticeTimes } from '../../application/practice/practiceTimes'
import type { WantedSettings } from '../../application/project/changeSettings'
import { createProject } from '../../application/project/createProject'
import type { ListedProject, Protection, RestoredProject, Unlock } from '../../application/store/ProjectShelf'
import type { Problem } from '../../domain/shared/Problem'
import { useServices } from '../app/services'
import { useJoining } from './joining'
import { useSession } from '../app/session/session'

export interface NewAssessment extends WantedSettings {
  readonly title: string
  readonly person: string
  readonly protection: Protection
}

const PRACTICE = { households: 120, seed: 2020, toVisit: 10 }

/** The projects of this device, and the ways into one: unlocking, making, restoring. */
export const useShelf = defineStore('shelf', () => {
  const services = useServices()
  const session = useSession()
  const joining = useJoining()
  const projects = shallowRef<readonly ListedProject[]>([])
  const problems = shallowRef<readonly Problem[]>([])
  const isBusy = ref(false)
  /** Milliseconds of the clock until which no passcode is looked at; 0 where one may be entered. */
  const waitUntil = ref(0)

  async function list(): Promise<void> {
    projects.value = await services.shelf.list()
  }

  /** Runs one thing at a time; whatever it refuses stands in `problems`. */
  async function attempt(work: () => Promise<readonly Problem[]>): Promise<boolean> {
    isBusy.value = true
    try {
      problems.value = await work()
      const seconds = Math.max(0, ...problems.value.map(({ details }) => Number(details?.['seconds'] ?? 0)))
      waitUntil.value = seconds === 0 ? 0 : Date.parse(services.now()) + seconds * 1000
      return problems.value.length === 0
    } finally {
      isBusy.value = false
    }
  }

  function unlock(project: ListedProject, key: Unlock): Promise<boolean> {
    return attempt(async () => {
      const opened = await services.shelf.open(project.projectId, key)
      if (!opened.ok) return opened.problems
      return (await joining.wait(opened.value, project)) ? [] : session.enter(opened.value, project)
    })
  }

  function createAssessment({ title, person, protection, ...wanted }: NewAssessment): Promise<boolean> {
    return attempt(async () => {
      const settings = { ...wanted, salt: services.newSalt() }
      const plan = { title, person, protection, settings, at: services.now() }
      const created = await createProject(services.shelf, plan)
      if (!created.ok) return created.problems
      return session.enter(created.value, { title, isPractice: protection.by === 'nothing_practice' })
    })
  }

  /** A project of generated households and answers, one click away. */
  async function createPractice(title: string, person: string): Promise<boolean> {
    const isMade = await createAssessment({
      title,
      person,
      kind: 'assessment',
      asOf: '2020-12-31',
      region: 'west',
      protection: { by: 'nothing_practice' },
    })
    const project = session.open
    if (!isMade || project === null) return false
    const county = services.practiceCounty({ ...PRACTICE, salt: project.settings.salt })
    const instrumentVersion = project.rules.currentInstrument.data.version
    const answers = withPracticeTimes(county.answers, services.now(), PRACTICE.seed)
    const author = { person, at: services.now(), instrumentVersion, copy: 'practice' }
    return (
      (await session.adopt(villagesOf(county.households))) &&
      session.save(() => writeAnswers(project.store, answers, author))
    )
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

  return {
    projects,
    problems,
    isBusy,
    waitUntil,
    list,
    unlock,
    createAssessment,
    createPractice,
    restore,
    inspectBackup,
  }
})
