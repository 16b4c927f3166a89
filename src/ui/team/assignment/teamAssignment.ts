import { defineStore } from 'pinia'
import { computed, ref, shallowRef } from 'vue'
import { assignHouseholds, assignVillages } from '../../../application/team/assignment/assign'
import type { Author } from '../../../application/interview/recordAnswers'
import { isToVisit } from '../../../application/households/isToVisit'
import type { HouseholdRow } from '../../../application/households/listHouseholds'
import type { ProjectStore } from '../../../application/store/ProjectStore'
import { groupBy } from '../../../domain/shared/groupBy'
import type { Problem } from '../../../domain/shared/Problem'
import type { Result } from '../../../domain/shared/Result'
import { planAssignment } from '../../../domain/team/planAssignment'
import { isDone } from '../../households/householdFilter'
import { useServices } from '../../app/services'
import { useHouseholds } from '../../households/households'
import { useSession } from '../../app/session/session'

export interface HouseholdDuty {
  readonly id: string
  readonly headName: string
  /** Its own assignment, before its village's; empty: as the village. */
  readonly own: string
  /** Whose it is; empty: nobody's. */
  readonly person: string
  readonly isContested: boolean
  /** Whether somebody is to go there. */
  readonly isVisited: boolean
  /** Stands by, and took nobody's place yet. */
  readonly isSpare: boolean
  /** The visit has come to an end, whatever came of it. */
  readonly isDone: boolean
}

export interface VillageDuty {
  readonly village: string
  readonly person: string
  readonly isContested: boolean
  readonly households: readonly HouseholdDuty[]
}

/** Whose each village and household is. */
export const useTeamAssignment = defineStore('teamAssignment', () => {
  const services = useServices()
  const session = useSession()
  const households = useHouseholds()
  const problems = shallowRef<readonly Problem[]>([])
  const isBusy = ref(false)

  const villages = computed(() =>
    [...groupBy(households.rows, ({ village }) => village)].map(([village, rows]): VillageDuty => {
      const whole = households.assignees.villages.get(village)
      return {
        village,
        person: whole?.person ?? '',
        isContested: whole?.isContested ?? false,
        households: rows.map((row) => dutyOf(row, whole?.person ?? '')),
      }
    }),
  )

  /** Households to be visited, by person; nobody's under the empty text. */
  const loads = computed(() => {
    const counted = new Map<string, number>()
    for (const { households: own } of villages.value)
      for (const { person, isVisited } of own)
        if (isVisited) counted.set(person, (counted.get(person) ?? 0) + 1)
    return counted
  })

  /** Households that somebody still has to visit, or has begun and not ended, by person. */
  const unfinished = computed(() => {
    const open = villages.value.flatMap(({ households: own }) =>
      own.filter(({ isVisited, isDone: done }) => isVisited && !done),
    )
    return groupBy(open, ({ person }) => person)
  })

  function dutyOf(row: HouseholdRow, ofVillage: string): HouseholdDuty {
    const { household } = row
    const own = households.assignees.households.get(household.id)
    return {
      id: household.id,
      headName: household.headName ?? household.id,
      own: own?.person ?? '',
      person: own?.person ?? ofVillage,
      isContested: own?.isContested ?? false,
      isVisited: isToVisit(row),
      isSpare: row.sampleRole === 'reserve' && !isToVisit(row),
      isDone: isDone(row),
    }
  }

  function giveVillage(village: string, person: string): Promise<boolean> {
    return attempt((store, author) => assignVillages(store, [village], person, author))
  }

  /** Null gives the household back to its village's person. */
  function giveHousehold(household: string, person: string | null): Promise<boolean> {
    return attempt((store, author) => assignHouseholds(store, [household], person, author))
  }

  /** Gives everything that somebody has not finished to another person, with the spares handed to him. */
  function handOver(from: string, to: string, reason: string): Promise<boolean> {
    const spares = villages.value
      .flatMap(({ households: all }) => all)
      .filter((each) => each.isSpare && each.own === from)
    const own = [...(unfinished.value.get(from) ?? []), ...spares].map(({ id }) => id)
    return attempt((store, author) => assignHouseholds(store, own, to, { ...author, reason }))
  }

  /** Assigns everything again, as evenly as villages allow. */
  function spreadEvenly(people: readonly string[]): Promise<boolean> {
    const planned = planAssignment(
      villages.value.map(({ village, households: own }) => ({
        village,
        households: own.filter(({ isVisited }) => isVisited).map(({ id }) => id),
      })),
      people,
    )
    const single = villages.value
      .flatMap(({ households: own }) => own)
      .filter(({ id, own }) => own !== '' && !planned.households.has(id))
      .map(({ id }) => id)
    return attempt(async (store, author) => {
      for (const [person, own] of groupBy(planned.villages, ([, person]) => person)) {
        const names = own.map(([village]) => village)
        const given = await assignVillages(store, names, person, author)
        if (!given.ok) return given
      }
      for (const [person, own] of groupBy(planned.households, ([, person]) => person)) {
        const ids = own.map(([household]) => household)
        const given = await assignHouseholds(store, ids, person, author)
        if (!given.ok) return given
      }
      return assignHouseholds(store, single, null, author)
    })
  }

  async function attempt(
    write: (store: ProjectStore, author: Author) => Promise<Result<unknown>>,
  ): Promise<boolean> {
    const project = session.open
    if (project === null) return false
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

  return {
    villages,
    loads,
    problems,
    isBusy,
    unfinished,
    giveVillage,
    giveHousehold,
    handOver,
    spreadEvenly,
  }
})
