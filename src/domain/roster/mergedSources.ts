import type { SheetTable } from './SheetTable'

/**
 * For every column with cells merged downwards, the row that holds the value of each row; a column without such
 * merges is absent. Only the columns asked for: a merge across persons gives nothing about the second person.
 */
export function mergedSources(
  table: SheetTable,
  firstRow: number,
  columns: ReadonlySet<number>,
): ReadonlyMap<number, Int32Array> {
  const sources = new Map<number, Int32Array>()
  const filledTo = new Map<number, number>()
  for (const { top, left, bottom } of table.merges.toSorted((one, other) => one.top - other.top)) {
    if (bottom <= top || top < firstRow || !columns.has(left)) continue
    // Areas that overlap are in no sound file; to fill a million rows for each of thousands would never end.
    if (top <= (filledTo.get(left) ?? -1)) continue
    filledTo.set(left, bottom)
    const rows = sources.get(left) ?? ownRows(table.rowCount)
    rows.fill(top, top, Math.min(bottom + 1, table.rowCount))
    sources.set(left, rows)
  }
  return sources
}

function ownRows(rowCount: number): Int32Array {
  return Int32Array.from({ length: rowCount }, (_, row) => row)
}
