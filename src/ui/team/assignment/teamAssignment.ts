import { defineStore } from 'pinia'
import { computed, ref, shallowRef, watch } from 'vue'
import { assign, type Assignment } from '../../../application/team/assignment/assign'
import { undoAssignment } from '../../../application/team/assignment/undoAssignment'
import type { Author } from '../../../application/interview/recordAnswers'
import type { ProjectStore } from '../../../application/store/ProjectStore'
import type { Change } from '../../../domain/changes/Change'
import type { Problem } from '../../../domain/shared/Problem'
import { success, type Result } from '../../../domain/shared/Result'
import { useServices } from '../../app/services'
import { useHouseholds } from '../../households/households'
import { useSession } from '../../app/session/session'
import {
  openCounts,
  planSpread,
  unfinishedOf,
  villageDuties,
  villagesGiven,
  type Spread,
} from './assignmentPlans'

const NOTHING: ReadonlyMap<string, string | null> = new Map()

/** Whose each village and household is. */
export const useTeamAssignment = defineStore('teamAssignment', () => {
  const services = useServices()
  const session = useSession()
  const households = useHouseholds()
  const problems = shallowRef<readonly Problem[]>([])
  const isBusy = ref(false)
  /** What the last assignment wrote, as long as it can be undone. */
  const last = shallowRef<readonly Change[]>([])

  const villages = computed(() => villageDuties(households.rows, households.assignees))

  /** Households to be visited, by person; nobody's under the empty text. */
  const loads = computed(() => {
    const counted = new Map<string, number>()
    for (const { households: own } of villages.value)
      for (const { person, isVisited } of own)
        if (isVisited) counted.set(person, (counted.get(person) ?? 0) + 1)
    return counted
  })

  const open = computed(() => openCounts(villages.value))

  /** Whole villages, with the spares of whoever had them. */
  function giveVillages(wanted: readonly string[], person: string): Promise<boolean> {
    const names = new Set(wanted)
    return give(
      villagesGiven(
        villages.value.filter(({ village }) => names.has(village)),
        person,
      ),
    )
  }

  /** Null gives the household back to its village's person. */
  function giveHousehold(household: string, person: string | null): Promise<boolean> {
    return give({ villages: NOTHING, households: new Map([[household, person]]) })
  }

  /** Gives what somebody has not finished, everywhere or in one village, to another person, with the spares handed to him. */
  function handOver(from: string, to: string, village: string, reason: string): Promise<boolean> {
    const { households: open, spares } = unfinishedOf(villages.value, from, village)
    const own = new Map([...open, ...spares].map(({ id }) => [id, to]))
    return give({ villages: NOTHING, households: own }, { reason })
  }

  function spread({ assignment }: Pick<Spread, 'assignment'>): Promise<boolean> {
    return give(assignment)
  }

  function give(assignment: Assignment, more: { readonly reason?: string } = {}): Promise<boolean> {
    return attempt(async (store, author) => {
      const written = await assign(store, assignment, { ...author, ...more })
      if (written.ok) last.value = written.value
      return written
    })
  }

  /** Puts back what the last assignment changed; `reason`: in words, for the history. */
  function undo(reason: string): Promise<boolean> {
    const written = last.value
    if (written.length === 0) return Promise.resolve(false)
    return attempt(async (store, author) => {
      const undone = await undoAssignment(store, written, { ...author, reason })
      if (!undone.ok) return undone
      last.value = []
      return success(null)
    })
  }

  async function attempt(
    write: (store: ProjectStore, author: Author) => Promise<Result<unknown>>,
  ): Promise<boolean> {
    const project = session.open
    if (project === null || isBusy.value) return false
    isBusy.value = true
    try {
      const author = { person: project.person, at: services.now() }
      problems.value = await session.attempt(() => write(project.store, author))
      await households.loadAssignees()
      return problems.value.length === 0
    } finally {
      isBusy.value = false
    }
  }

  // Another project's assignment is none of this one's.
  watch(
    () => session.open?.store,
    () => (last.value = []),
  )

  return {
    villages,
    loads,
    open,
    problems,
    isBusy,
    last,
    giveVillages,
    giveHousehold,
    handOver,
    plan: (people: readonly string[]) => planSpread(villages.value, people),
    spread,
    undo,
  }
})
