import { differingRows } from './differingRows'
import type { MatchedSheets } from './matchSheets'
import type { ChangedCell, ColumnArea, ReturnedSheet } from './ReturnedWorkbook'
import { SheetComparison } from './SheetComparison'

/**
 * Every cell that is not as it was written, besides the inputs: those are read for themselves. Rows may stand in any order. A
 * formula is told only where it is none any more: what it comes to follows from other cells.
 */
export function changedCells(
  { matched, removed, added }: MatchedSheets,
  inputs: readonly ColumnArea[],
): readonly ChangedCell[] {
  return [
    ...matched.flatMap((matchedSheet) => {
      const { was, now } = matchedSheet
      const own = inputs.filter(({ sheet }) => sheet === now.name)
      const renamed = was.name === now.name ? [] : [sheetName(now.name, was.name, now.name)]
      return [...renamed, ...changedIn(new SheetComparison(matchedSheet, own))]
    }),
    ...removed.map(({ name }) => sheetName(name, name, null)),
    ...added.filter(isSeen).map(({ name }) => sheetName(name, null, name)),
  ]
}

function sheetName(sheet: string, was: string | null, now: string | null): ChangedCell {
  return { sheet, cell: null, was, now }
}

function isSeen({ isVisible, rows }: ReturnedSheet): boolean {
  return isVisible && rows.some((row) => row.some((cell) => cell !== null))
}

function changedIn(sheet: SheetComparison): readonly ChangedCell[] {
  return differingRows(sheet).flatMap(({ was, now }) => {
    if (was !== null && now !== null) return sheet.changed(was, now)
    if (was !== null) return sheet.whole('was', was)
    return now === null ? [] : sheet.whole('now', now)
  })
}
