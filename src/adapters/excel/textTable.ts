import Papa from 'papaparse'
import { NOTHING_HIDDEN, type SheetTable } from '../../domain/roster/SheetTable'

/** A CSV file as a table. Every cell stays text: an ID number that becomes a number is lost. */
export function textTable(text: string, file: string): SheetTable {
  const { data } = Papa.parse<string[]>(text, { header: false, dynamicTyping: false, skipEmptyLines: false })
  let rowCount = data.length
  while (rowCount > 0 && (data[rowCount - 1]?.every((cell) => cell.trim() === '') ?? true)) rowCount--
  let columnCount = 0
  for (const row of data) if (row.length > columnCount) columnCount = row.length
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
    widthOf: (row) => data[row]?.length ?? 0,
    cell: (row, column) => {
      const text = data[row]?.[column]
      return text === undefined || text === '' ? null : text
    },
  }
}
