import type { RawCell, SheetTable } from '../../domain/roster/SheetTable'
import { hasResult, saysText, type FormulaResultText } from './hasResult'
import type { FormulaResult, HiddenRun, SheetDraft } from './SheetDraft'

export interface DraftedWorkbook {
  readonly sheets: readonly SheetDraft[]
  /** As in a `SheetTable`. */
  readonly epochShift: number
  /** False when the file says that the results of its formulas were not calculated. */
  readonly isCalculated: boolean
}

/** The sheets as tables, over the rows of the drafts: nothing is copied. */
export function draftTables(
  { sheets, epochShift, isCalculated }: DraftedWorkbook,
  file: string,
): readonly SheetTable[] {
  markVoidResults(
    sheets.flatMap(({ results }) => results),
    isCalculated,
  )
  return sheets.map((sheet) => {
    const { rows } = sheet
    const { rowCount, columnCount } = extent(rows)
    return {
      file,
      sheet: sheet.name,
      rowCount,
      columnCount,
      merges: sheet.merges.filter(({ top, left }) => top < rowCount && left < columnCount),
      hidden: {
        rows: hiddenBelow(sheet.hiddenRows, rowCount),
        columns: hiddenBelow(sheet.hiddenColumns, columnCount),
      },
      visibility: sheet.visibility,
      isDelimited: false,
      epochShift,
      widthOf: (row) => rows[row]?.length ?? 0,
      cell: (row, column) => rows[row]?.[column] ?? null,
    }
  })
}

/** By the rules of `voidFormulas`, for cells that are already read. */
function markVoidResults(results: readonly FormulaResult[], isCalculated: boolean): void {
  const hasTexts = results.some(({ result }) => saysText(asText(result)))
  for (const { cells, column, formula, result } of results) {
    if (!hasResult(asText(result), isCalculated, hasTexts))
      cells[column] = { kind: 'formula_without_value', formula }
  }
}

/** As an .xlsx writes it: false is 0; a date or an error was always calculated. */
function asText(result: RawCell): FormulaResultText {
  if (result === null) return { value: null, isText: false }
  if (typeof result === 'object') return { value: result.kind, isText: false }
  return { value: result === false ? '0' : String(result), isText: typeof result === 'string' }
}

/** Up to the last row and column that are not empty. */
function extent(rows: readonly (readonly RawCell[])[]): { rowCount: number; columnCount: number } {
  let [rowCount, columnCount] = [0, 0]
  rows.forEach((cells, index) => {
    let width = cells.length
    while (width > 0 && isBlank(cells[width - 1])) width--
    if (width === 0) return
    rowCount = index + 1
    if (width > columnCount) columnCount = width
  })
  return { rowCount, columnCount }
}

function isBlank(cell: RawCell | undefined): boolean {
  return cell === undefined || cell === null || (typeof cell === 'string' && cell.trim() === '')
}

/** Users hide everything beside and below a list: only hidden parts of the list are reported. */
function hiddenBelow(runs: readonly HiddenRun[], end: number): readonly number[] {
  return runs.flatMap(({ first, count }) =>
    Array.from({ length: Math.max(0, Math.min(first + count, end) - first) }, (_, index) => first + index),
  )
}
