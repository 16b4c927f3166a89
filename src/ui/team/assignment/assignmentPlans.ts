import type { HouseholdRow } from '../../../application/households/listHouseholds'
import { isToVisit } from '../../../application/households/isToVisit'
import type { Assignees, Assignment } from '../../../application/team/assignment/assign'
import { groupBy } from '../../../domain/shared/groupBy'
import { planAssignment } from '../../../domain/team/planAssignment'
import { townshipKey } from '../../../domain/villages/townshipKey'
import { isDone } from '../../households/householdFilter'

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
  /** As `villageOf` names it. */
  readonly village: string
  readonly township: string
  readonly person: string
  readonly isContested: boolean
  readonly households: readonly HouseholdDuty[]
}

/** Everything assigned anew by whole villages, and what each person would have of it. */
export interface Spread {
  readonly assignment: Assignment
  readonly loads: readonly SpreadLoad[]
}

export interface SpreadLoad {
  readonly person: string
  readonly households: number
  readonly villages: number
  readonly townships: number
}

/** The villages of the list, and whose each of them and each of their households is. */
export function villageDuties(rows: readonly HouseholdRow[], assignees: Assignees): readonly VillageDuty[] {
  return [...groupBy(rows, ({ village }) => village)].map(([village, own]): VillageDuty => {
    const whole = assignees.villages.get(village)
    return {
      village,
      township: own[0]?.household.township ?? '',
      person: whole?.person ?? '',
      isContested: whole?.isContested ?? false,
      households: own.map((row) => dutyOf(row, whole?.person ?? '', assignees)),
    }
  })
}

function dutyOf(row: HouseholdRow, ofVillage: string, assignees: Assignees): HouseholdDuty {
  const { household } = row
  const own = assignees.households.get(household.id)
  const isSpare = row.sampleRole === 'reserve' && !isToVisit(row)
  return {
    id: household.id,
    headName: household.headName ?? household.id,
    own: own?.person ?? '',
    person: own?.person ?? (isSpare && assignees.areSparesHandedOut ? '' : ofVillage),
    isContested: own?.isContested ?? false,
    isVisited: isToVisit(row),
    isSpare,
    isDone: isDone(row),
  }
}

/** Households of one village that somebody is to visit. */
export function visitedOf({ households }: Pick<VillageDuty, 'households'>): number {
  return households.filter(({ isVisited }) => isVisited).length
}

/** Whole villages for a person; the spares there that were handed to whom the village belonged go along. */
export function villagesGiven(villages: readonly VillageDuty[], person: string): Assignment {
  const spares = villages.flatMap(({ person: former, households }) =>
    households.filter(({ isSpare, own }) => isSpare && own !== '' && own === former),
  )
  return {
    villages: new Map(villages.map(({ village }) => [village, person])),
    households: new Map(spares.map(({ id }) => [id, person])),
  }
}

/** What somebody has not finished, everywhere or in one village: households still to be visited or begun, and his spares. */
export function unfinishedOf(
  villages: readonly VillageDuty[],
  person: string,
  village: string,
): { readonly households: readonly HouseholdDuty[]; readonly spares: readonly HouseholdDuty[] } {
  const own = villages
    .filter((each) => village === '' || each.village === village)
    .flatMap(({ households }) => households)
    .filter((each) => each.person === person)
  return {
    households: own.filter(({ isVisited, isDone: done }) => isVisited && !done),
    spares: own.filter(({ isSpare }) => isSpare),
  }
}

/** How many households each person still has to visit, or has begun and not ended. */
export function openCounts(villages: readonly VillageDuty[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const { households } of villages)
    for (const { person, isVisited, isDone: done } of households)
      if (isVisited && !done) counts.set(person, (counts.get(person) ?? 0) + 1)
  return counts
}

/**
 * Everything assigned again by whole villages, as even as they allow (`planAssignment`). What stood apart from its village goes
 * with it again; spares that were handed out are dealt anew with the next package.
 */
export function planSpread(villages: readonly VillageDuty[], people: readonly string[]): Spread {
  const loads = villages.map((each) => {
    return { village: each.village, township: townshipKey(each.village), count: visitedOf(each) }
  })
  const planned = planAssignment(loads, people)
  const apart = villages.flatMap(({ households }) =>
    households.filter(({ own, isContested }) => own !== '' || isContested),
  )
  const byPerson = groupBy(loads, ({ village }) => planned.get(village) ?? '')
  return {
    assignment: { villages: planned, households: new Map(apart.map(({ id }) => [id, null])) },
    loads: people.map((person) => {
      const own = byPerson.get(person) ?? []
      return {
        person,
        households: own.reduce((sum, { count }) => sum + count, 0),
        villages: own.length,
        townships: new Set(own.map(({ township }) => township)).size,
      }
    }),
  }
}
