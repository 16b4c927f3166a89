import type { Change } from '../../domain/changes/Change'
import type { RosterHousehold } from '../../domain/roster/Roster'
import { projectHouseholds } from '../households/projectHouseholds'
import type { ProjectSettings } from '../project/ProjectSettings'
import type { ReviewInputs } from '../review/ReviewInputs'
import { blindHouseholds } from '../rounds/backchecks'
import type { ProjectStore } from '../store/ProjectStore'
import type { Language } from '../texts/Texts'

/** A village's households with everything said of them, as plain data that a worker can be handed. */
export type VillageWork = readonly {
  readonly household: RosterHousehold
  readonly changes: readonly Change[]
  /** Whoever writes the workbook may not see yet what was said of it. */
  readonly isHidden?: boolean
  /** Met in the field; the list lacks it. */
  readonly isFound?: boolean
}[]

/** What the review workbook is made with, besides the villages. */
export interface ReviewRequest extends ReviewInputs {
  readonly settings: ProjectSettings
  readonly language: Language
  readonly title: string
  readonly isIdInFull: boolean
}

/** Households handed over at once: a large village comes in several parts, so that the window goes on breathing. */
const HANDED_AT_ONCE = 40

/**
 * The project's households for a workbook that this person writes, a part of a village at a time. What he may not see yet, as
 * their back-checker, is not in it, and is said to be hidden. `chosen`: ids of the households wanted; without it, all.
 */
export async function* villageWork(
  store: ProjectStore,
  person: string,
  chosen?: ReadonlySet<string>,
): AsyncGenerator<VillageWork> {
  const blind = await blindHouseholds(store, person)
  for await (const settled of projectHouseholds(store)) {
    const wanted = settled.filter(({ household: { id } }) => chosen === undefined || chosen.has(id))
    const households = wanted.map(({ household }) => household)
    const found = new Set(
      wanted.flatMap(({ household, origin }) => (origin === 'found' ? [household.id] : [])),
    )
    for (let start = 0; start < households.length; start += HANDED_AT_ONCE) {
      const some = households.slice(start, start + HANDED_AT_ONCE)
      const changes = await store.changesOfHouseholds(some.map(({ id }) => id))
      yield some.map((household) =>
        blind.has(household.id)
          ? { household, changes: [], isHidden: true, isFound: found.has(household.id) }
          : { household, changes: changes.get(household.id) ?? [], isFound: found.has(household.id) },
      )
    }
  }
}
