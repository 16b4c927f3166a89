/**
 * What a cell holds, as the reader needs it: plain values are plain, so that millions of cells cost no objects;
 * only the rare kinds are objects. `null` is a blank cell.
 */
export type RawCell = string | number | boolean | null | DateCell | ErrorCell | FormulaWithoutValue

/** A number that its format shows as a date; the adapter has already applied the workbook's 1900 or 1904 epoch. */
export interface DateCell {
  readonly kind: 'date'
  /** ISO date `YYYY-MM-DD`. */
  readonly date: string
}

/** `#N/A`, `#REF!` … */
export interface ErrorCell {
  readonly kind: 'error'
  readonly text: string
}

/** A formula that was never calculated: there is no value to read, and 0 would be a lie. */
export interface FormulaWithoutValue {
  readonly kind: 'formula_without_value'
  readonly formula: string
}

/** A merged area; rows and columns count from 0, ends included. */
export interface MergedArea {
  readonly top: number
  readonly left: number
  readonly bottom: number
  readonly right: number
}

/** Rows and columns that the file hides, from 0: read like all others, and reported. */
export interface HiddenParts {
  readonly rows: readonly number[]
  readonly columns: readonly number[]
}

export const NOTHING_HIDDEN: HiddenParts = { rows: [], columns: [] }

/** Whoever opens the file sees a hidden sheet only after asking for it, a very hidden one not at all. */
export type SheetVisibility = 'visible' | 'hidden' | 'very_hidden'

/** One sheet as the domain sees it, whatever wrote it. Rows and columns count from 0. */
export interface SheetTable {
  readonly file: string
  readonly sheet: string
  /** Up to the last row that holds anything. */
  readonly rowCount: number
  readonly columnCount: number
  readonly merges: readonly MergedArea[]
  readonly hidden: HiddenParts
  readonly visibility: SheetVisibility
  /** True for lines of text whose cells a separator parts: one separator too many moves all cells behind it. */
  readonly isDelimited: boolean
  /** Days to add to a bare number that stands for a day: 1462 in a workbook of the 1904 epoch. Date cells have it already. */
  readonly epochShift: number
  /** Cells of a row up to the last one there: a stray cell far to the right makes no other row wide. */
  widthOf(row: number): number
  cell(row: number, column: number): RawCell
}

/** The same table with its cells read in another way. */
export function withCells(table: SheetTable, cell: SheetTable['cell']): SheetTable {
  return {
    file: table.file,
    sheet: table.sheet,
    rowCount: table.rowCount,
    columnCount: table.columnCount,
    merges: table.merges,
    hidden: table.hidden,
    visibility: table.visibility,
    isDelimited: table.isDelimited,
    epochShift: table.epochShift,
    widthOf: (row) => table.widthOf(row),
    cell,
  }
}

/** Column letters, as Excel shows them: 0 is `A`, 26 is `AA`. */
export function columnLetters(column: number): string {
  let letters = ''
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters
  }
  return letters
}

/** A1 notation of a cell counted from 0. */
export function cellAddress(row: number, column: number): string {
  return columnLetters(column) + (row + 1)
}
