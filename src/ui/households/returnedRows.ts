import type { HouseholdRow } from '../../application/households/listHouseholds'

/** Whether the lead sent one of the household's interviews back, and it is not dealt with. */
export function isReturned({ summary }: HouseholdRow): boolean {
  return (summary?.returned.length ?? 0) > 0
}

/** Households that somebody else sent back come first: whoever sent them back has nothing to do there. */
export function returnedFirst(rows: readonly HouseholdRow[], person: string): readonly HouseholdRow[] {
  const isToDo = ({ summary }: HouseholdRow): boolean =>
    summary?.returned.some(({ by }) => by.some((each) => each !== person)) ?? false
  const first = rows.filter(isToDo)
  return first.length === 0 ? rows : [...first, ...rows.filter((row) => !isToDo(row))]
}
