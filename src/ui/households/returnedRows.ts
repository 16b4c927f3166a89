import type { HouseholdRow } from '../../application/households/listHouseholds'

/** Households that somebody else sent back come first: whoever sent them back has nothing to do there. */
export function returnedFirst<Row extends HouseholdRow>(
  rows: readonly Row[],
  person: string,
): readonly Row[] {
  const isToDo = ({ summary }: Row): boolean =>
    summary?.returned.some(({ by }) => by.some((each) => each !== person)) ?? false
  const first = rows.filter(isToDo)
  return first.length === 0 ? rows : [...first, ...rows.filter((row) => !isToDo(row))]
}
