import { NOTHING_HIDDEN, type SheetTable } from '../../domain/roster/SheetTable'

/** The rows of delimited text as a table. Every cell stays text: an ID number turned into a number loses digits. */
export function textTable(rows: readonly (readonly string[])[], file: string): SheetTable {
  let rowCount = rows.length
  while (rowCount > 0 && (rows[rowCount - 1]?.every((cell) => cell.trim() === '') ?? true)) rowCount--
  let columnCount = 0
  for (const row of rows) if (row.length > columnCount) columnCount = row.length
  return {
    file,
    sheet: file,
    rowCount,
    columnCount,
    merges: [],
    hidden: NOTHING_HIDDEN,
    visibility: 'visible',
    isDelimited: true,
    epochShift: 0,
    widthOf: (row) => rows[row]?.length ?? 0,
    cell: (row, column) => {
      const text = rows[row]?.[column]
      return text === undefined || text === '' ? null : text
    },
  }
}
