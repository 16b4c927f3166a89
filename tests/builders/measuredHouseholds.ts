import type { HouseholdAssessment } from '../../src/application/assess/assessHousehold'
import { measuredHousehold } from '../../src/application/measures/measuredHousehold'
import type { HouseholdDeterminations } from '../../src/domain/programmes/assessment/determination/Determination'
import type { MeasuredHousehold } from '../../src/domain/programmes/assessment/measures/MeasuredHousehold'
import type { Sampling } from '../../src/domain/sampling/Sampling'

/** Assessed households as the measures need them; `samplingOf` gives how each was drawn. */
export function measuredHouseholds(
  assessments: readonly HouseholdAssessment[],
  determinations: ReadonlyMap<string, HouseholdDeterminations>,
  samplingOf?: (assessment: HouseholdAssessment) => Sampling,
): readonly MeasuredHousehold[] {
  return assessments.map((each) =>
    measuredHousehold(each, determinations.get(each.household.id), samplingOf?.(each)),
  )
}
