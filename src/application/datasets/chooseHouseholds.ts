import type { Problem } from '../../domain/shared/Problem'
import { refusals, success, type Result } from '../../domain/shared/Result'
import type { ReviewedHousehold } from '../workbook/WorkbookInput'

/** Which households go out: those with one of these numbers or keys, or in one of these villages; all where both are empty. */
export interface HouseholdScope {
  readonly households: readonly string[]
  /** Villages by their names on the list. */
  readonly villages: readonly string[]
}

/** Those of a scope, in their order. Refused: `export_household_unknown`, `export_village_unknown`, each that nothing fits. */
export function chooseHouseholds(
  all: readonly ReviewedHousehold[],
  { households, villages }: HouseholdScope,
): Result<readonly ReviewedHousehold[]> {
  if (households.length === 0 && villages.length === 0) return success(all)
  const ids = new Set(households)
  const isIn = ({ assessment: { household } }: ReviewedHousehold, village: string): boolean =>
    household.village === village
  const problems: readonly Problem[] = [
    ...households
      .filter((id) => !all.some(({ assessment }) => assessment.household.id === id))
      .map((value) => ({ code: 'export_household_unknown', severity: 'error', place: {}, value }) as const),
    ...villages
      .filter((village) => !all.some((each) => isIn(each, village)))
      .map((value) => ({ code: 'export_village_unknown', severity: 'error', place: {}, value }) as const),
  ]
  if (problems.length > 0) return refusals(problems)
  return success(
    all.filter((each) => ids.has(each.assessment.household.id) || villages.some((name) => isIn(each, name))),
  )
}
