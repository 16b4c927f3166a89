import type { RosterHousehold } from '../../domain/roster/Roster'
import type { Problem } from '../../domain/shared/Problem'
import { rowName, rowOfPlace } from './rowOfPlace'

/** The problems of the rows that a household was read from. Rows without a readable person belong to no household. */
export function problemsOfHousehold(
  problems: readonly Problem[],
  { source, members }: RosterHousehold,
): readonly Problem[] {
  const rows = new Set(
    [source, ...members.map((member) => member.source)].map(({ file, sheet, row }) =>
      rowName(file, sheet, row),
    ),
  )
  return problems.filter(({ place }) => {
    const row = rowOfPlace(place)
    return row !== null && rows.has(row)
  })
}
