import type { CoverageRow } from '../../domain/programmes/census/coverage/Coverage'
import { townshipKey } from '../../domain/villages/townshipKey'
import type { HouseholdRow } from '../households/listHouseholds'

/** A household of the list as coverage counts it. */
export function coverageRowOf({ household, village, origin, summary }: HouseholdRow): CoverageRow {
  return {
    village,
    township: townshipKey(village),
    household: household.id,
    isFound: origin === 'found',
    outcome: summary?.outcome ?? null,
    ids: [...household.members, ...(summary?.added ?? [])].flatMap(({ idNumber }) => idNumber ?? []),
  }
}
