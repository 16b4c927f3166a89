import { cellsOf, type Cell, type ColumnHead, type TableSpec } from '../tables/TableSpec'
import type { Texts, TermOf } from '../texts/Texts'

/** A table with its cells, whatever library writes it. */
export interface WorkbookSheet {
  readonly name: string
  /** A list to filter and scroll, rather than notes to read. */
  readonly isList: boolean
  readonly columns: readonly ColumnHead[]
  /** Each row's cells in the order of the columns. */
  readonly rows: readonly (readonly Cell[])[]
}

/** The sheet of a table: a list, named by the table's key. */
export function listSheet<Row>(
  spec: TableSpec<Row> & { readonly key: TermOf<'sheets'> },
  rows: readonly Row[],
  texts: Texts,
): WorkbookSheet {
  const { key, columns } = spec
  return {
    name: texts.term('sheets', key),
    isList: true,
    columns,
    rows: rows.map((row) => cellsOf(columns, row)),
  }
}

/** Rows of a sheet in Excel, WPS and LibreOffice, the header's included. */
const EXCEL_ROW_LIMIT = 1_048_576

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
    rows: sheet.rows.slice(index * perSheet, (index + 1) * perSheet),
  }))
}

/** Longest text of a cell in Excel, in UTF-16 units. */
export const EXCEL_TEXT_LIMIT = 32_767
