import { cellsOf, type ColumnHead, type TableSpec } from '../tables/TableSpec'
import type { Texts, TermOf } from '../texts/Texts'
import { someRows, type SheetRows } from './SheetRows'

/** A table with its cells, whatever library writes it. */
export interface WorkbookSheet {
  /** Names it to programs; null where nothing refers to it. */
  readonly key?: TermOf<'sheets'>
  readonly name: string
  /** A list to filter and scroll, rather than notes to read. */
  readonly isList: boolean
  readonly columns: readonly ColumnHead[]
  readonly rows: SheetRows
  /** Cells and columns that formulas and programs know by name. */
  readonly names?: readonly SheetName[]
  /** Cells that the reader fills in: unlocked and coloured, while all else of the sheet is locked. */
  readonly inputs?: readonly SheetInput[]
  /** Colours by what a cell says. */
  readonly colours?: readonly SheetColour[]
  /** For programs alone. */
  readonly isHidden?: boolean
  /** Key of the last column that is printed; left out: all. */
  readonly printedTo?: string
  /** Below the table. */
  readonly charts?: readonly SheetChart[]
}

/** Rows of a table drawn, a series a column, with the header as its name. */
export interface SheetChart {
  readonly title: string
  /** `points` lie by a number; left out: columns beside each other, by name. */
  readonly kind?: 'points'
  /** Key of the column that names the columns, or says where the points lie. */
  readonly categories: string
  readonly series: readonly string[]
  /** 0-based data rows, the last included. */
  readonly rows: readonly [first: number, last: number]
}

/** A name of the whole workbook. */
export interface SheetName {
  readonly name: string
  /** Key of the column, the first where there are several. */
  readonly column: string
  /** Key of the last column; left out: the one column. */
  readonly to?: string
  /** 0-based data row of a single cell, or the last data row of some; left out: all rows. */
  readonly row?: number
  /** First data row where there are several. */
  readonly from?: number
}

export interface SheetInput {
  /** Key of the column. */
  readonly column: string
  /** 0-based data rows, the last included; left out: all rows. */
  readonly rows?: readonly [first: number, last: number]
  /** Name of the range that holds the choices; left out: anything. */
  readonly choices?: string
  /** What is told beside the cell while it is filled in. */
  readonly hint?: string
}

export type ColourLook = 'unmet' | 'undetermined' | 'met' | 'quiet'

/** A colour of a column's cells where a formula holds, other cells of the row written as `[key]`. */
export interface SheetColour {
  readonly columns: readonly string[]
  readonly when: string
  readonly look: ColourLook
}

/** The sheet of a table: a list, named by the table's key. */
export function listSheet<Row>(
  spec: TableSpec<Row> & { readonly key: TermOf<'sheets'> },
  rows: readonly Row[],
  texts: Texts,
): WorkbookSheet {
  const { key, columns } = spec
  return {
    key,
    name: texts.term('sheets', key),
    isList: true,
    columns,
    rows: rows.map((row) => cellsOf(columns, row)),
  }
}

/** Rows of a sheet in Excel, WPS and LibreOffice, the header's included. */
export const EXCEL_ROW_LIMIT = 1_048_576

/** Cuts a sheet that Excel could not hold into numbered ones, each with the header: no row is ever lost. */
export function splitSheet(
  sheet: WorkbookSheet,
  rowLimit: number = EXCEL_ROW_LIMIT,
): readonly WorkbookSheet[] {
  const perSheet = rowLimit - 1
  if (sheet.rows.length <= perSheet) return [sheet]
  const count = Math.ceil(sheet.rows.length / perSheet)
  return Array.from({ length: count }, (_, index) => ({
    ...sheet,
    name: index === 0 ? sheet.name : `${sheet.name} ${index + 1}`,
    rows: someRows(sheet.rows, index * perSheet, perSheet),
  }))
}

/** Longest text of a cell in Excel, in UTF-16 units. */
export const EXCEL_TEXT_LIMIT = 32_767
