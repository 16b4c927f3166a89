import type { Change } from '../../domain/changes/Change'
import type { CountyForm } from '../../domain/programmes/assessment/county/CountyForm'
import type { Sampling } from '../../domain/programmes/assessment/measures/MeasuredHousehold'
import type { RosterHousehold } from '../../domain/roster/Roster'
import type { Problem } from '../../domain/shared/Problem'
import type { SecondPeople } from '../../domain/team/SecondPeople'
import type { VillageForm } from '../../domain/villages/VillageForm'
import { projectHouseholds } from '../households/projectHouseholds'
import type { ReadingChoice } from '../measures/decideReading'
import type { CountyFacts } from '../measures/reportCounty'
import type { ProjectSettings } from '../project/ProjectSettings'
import { blindHouseholds } from '../rounds/backchecks'
import type { RecordedDraw } from '../sampling/sampleDraws'
import type { ProjectStore } from '../store/ProjectStore'
import type { Language } from '../texts/Texts'

/** A village's households with everything said of them, as plain data that a worker can be handed. */
export type VillageWork = readonly {
  readonly household: RosterHousehold
  readonly changes: readonly Change[]
}[]

/** What the review workbook is made with, besides the villages. */
export interface ReviewRequest {
  readonly settings: ProjectSettings
  readonly language: Language
  /** The county's totals, and the reading that decides. */
  readonly county: CountyFacts
  readonly villageForms: ReadonlyMap<string, VillageForm>
  readonly countyForm: CountyForm
  readonly readingChoices: readonly ReadingChoice[]
  readonly draws: readonly RecordedDraw[]
  readonly rosterProblems: readonly Problem[]
  /** Whose confirmations count. */
  readonly secondPeople: SecondPeople
  /** What each household counts for; null where everybody counts alike. See `samplingsOf`. */
  readonly samplings: ReadonlyMap<string, Sampling> | null
}

/** Households handed over at once: a large village comes in several parts, so that the window goes on breathing. */
const HANDED_AT_ONCE = 40

/**
 * The project's households for a workbook that this person writes, a part of a village at a time. What he may not see yet, as
 * their back-checker, is not in it.
 */
export async function* villageWork(store: ProjectStore, person: string): AsyncGenerator<VillageWork> {
  const blind = await blindHouseholds(store, person)
  for await (const settled of projectHouseholds(store)) {
    for (let start = 0; start < settled.length; start += HANDED_AT_ONCE) {
      const some = settled.slice(start, start + HANDED_AT_ONCE).map(({ household }) => household)
      const changes = await store.changesOfHouseholds(some.map(({ id }) => id))
      yield some.map((household) => ({
        household,
        changes: (blind.has(household.id) ? undefined : changes.get(household.id)) ?? [],
      }))
    }
  }
}
