import { HOUSEHOLD_KEYS, type ListSheet } from './HonestList'

/** Household columns of neighbouring rows of one household, from the row that says them: first row, last row, column. */
export function mergedAreas({ rows, columns, isMerged }: ListSheet): (readonly [number, number, number])[] {
  if (!isMerged) return []
  const areas: (readonly [number, number, number])[] = []
  for (let top = 0, bottom = 0; top < rows.length; top = bottom + 1) {
    const household = rows[top]?.person?.household
    bottom = top
    while (household !== undefined && rows[bottom + 1]?.person?.household === household) bottom++
    if (bottom === top) continue
    columns.forEach(({ key }, column) => {
      const isBlankBelow = rows
        .slice(top + 1, bottom + 1)
        .every(({ cells }) => (cells[column] ?? null) === null)
      if (HOUSEHOLD_KEYS.has(key) && (rows[top]?.cells[column] ?? null) !== null && isBlankBelow)
        areas.push([top, bottom, column])
    })
  }
  return areas
}
