import type { CountyForm } from '../../domain/programmes/assessment/county/CountyForm'
import { DRAWN_ALIKE, type Sampling } from '../../domain/sampling/Sampling'
import type { ListedHousehold } from '../../domain/roster/ListedHousehold'
import type { Problem } from '../../domain/shared/Problem'
import type { SecondPeople } from '../../domain/team/SecondPeople'
import type { VillageForm } from '../../domain/villages/VillageForm'
import { villageOf } from '../roster/adoptRoster'
import { countyFormOf } from '../measures/countyForm'
import { countyFactsOf } from '../measures/countyTotals'
import { readingChoicesOf, type ReadingChoice } from '../measures/decideReading'
import type { CountyFacts } from '../measures/reportCounty'
import { currentRosterProblems } from '../roster/rosterProblems'
import { samplingFrom, samplingsOf } from '../sampling/projectSample'
import { sampleDrawsOf, type RecordedDraw } from '../sampling/sampleDraws'
import type { ProjectStore } from '../store/ProjectStore'
import { secondPeopleOf } from '../team/roll/secondPerson'
import { fullIdsAskedOf, type FullIds } from '../workbook/fullIds'
import { villageFormsOf } from '../villages/villageForms'

/** What a county's review is made of besides its households: plain data, so that a worker can be handed it. */
export interface ReviewInputs {
  /** The county's totals, and the reading that decides. */
  readonly county: CountyFacts
  /** What each village's own form says. */
  readonly villageForms: ReadonlyMap<string, VillageForm>
  readonly countyForm: CountyForm
  /** Every choice of the omission rate's reading. */
  readonly readingChoices: readonly ReadingChoice[]
  /** Every draw of the sample, oldest first; empty where the list came drawn. */
  readonly draws: readonly RecordedDraw[]
  /** What was wrong with the list when it was taken. */
  readonly rosterProblems: readonly Problem[]
  /** Whose confirmations count. */
  readonly secondPeople: SecondPeople
  /** What each household counts for; null where everybody counts alike. See `samplingsOf`. */
  readonly samplings: ReadonlyMap<string, Sampling> | null
  /** Who asked for ID numbers in full, oldest first; left out: nobody. */
  readonly fullIdsAsked?: readonly FullIds[]
  /** The list came drawn by villages rather than by households. */
  readonly areVillagesDrawn?: boolean
}

/** The same of an open project. */
export async function reviewInputsOf(store: ProjectStore): Promise<ReviewInputs> {
  return {
    county: await countyFactsOf(store),
    villageForms: await villageFormsOf(store),
    countyForm: await countyFormOf(store),
    readingChoices: await readingChoicesOf(store),
    draws: await sampleDrawsOf(store),
    rosterProblems: await currentRosterProblems(store),
    secondPeople: await secondPeopleOf(store),
    samplings: await samplingsOf(store),
    fullIdsAsked: await fullIdsAskedOf(store),
  }
}

/** How a household was drawn. */
export function samplingIn(
  { samplings, areVillagesDrawn = false }: Pick<ReviewInputs, 'samplings' | 'areVillagesDrawn'>,
  household: ListedHousehold,
): Sampling {
  if (samplings !== null) return samplingFrom(samplings, household.id)
  return areVillagesDrawn ? { ...DRAWN_ALIKE, cluster: villageOf(household) } : DRAWN_ALIKE
}
