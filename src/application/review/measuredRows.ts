import type { HouseholdDeterminations } from '../../domain/programmes/assessment/determination/Determination'
import type { MeasuredHousehold } from '../../domain/programmes/assessment/measures/MeasuredHousehold'
import type { ListedHousehold } from '../../domain/roster/ListedHousehold'
import type { VerdictSummary } from '../households/HouseholdSummary'
import { measuredSummary } from '../measures/measuredHousehold'
import { samplingIn, type ReviewInputs } from './ReviewInputs'

/** The households of a list as a review measures them, by the summaries that the list keeps. */
export function measuredRows(
  rows: readonly { readonly household: ListedHousehold; readonly summary: VerdictSummary | null }[],
  determinations: ReadonlyMap<string, HouseholdDeterminations>,
  inputs: Pick<ReviewInputs, 'samplings'>,
): readonly MeasuredHousehold[] {
  return rows.map(({ household, summary }) =>
    measuredSummary(household, summary, determinations.get(household.id), samplingIn(inputs, household)),
  )
}
