import type { HouseholdRow } from './listHouseholds'

/** Whether the lead sent one of the household's interviews back, and it is not dealt with. */
export function isReturned({ summary }: Pick<HouseholdRow, 'summary'>): boolean {
  return (summary?.returned.length ?? 0) > 0
}
