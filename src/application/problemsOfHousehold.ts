import type { RosterHousehold } from '../domain/roster/Roster'
import type { Problem } from '../domain/shared/Problem'

/** What was told of the rows that a household was read from. Rows nobody could be read from are of no household. */
export function problemsOfHousehold(
  problems: readonly Problem[],
  { source, members }: RosterHousehold,
): readonly Problem[] {
  const rows = new Set(
    [source, ...members.map((member) => member.source)].map(({ file, sheet, row }) =>
      rowName(file, sheet, row),
    ),
  )
  return problems.filter(
    ({ place: { file, sheet, cell } }) =>
      cell !== undefined && rows.has(rowName(file, sheet, Number(cell.replace(/^[A-Z]+/, '')))),
  )
}

function rowName(file: string | undefined, sheet: string | undefined, row: number): string {
  return [file, sheet, row].join('\0')
}
