/** A sheet as the review workbook wants it, whatever library writes it. */
export interface WorkbookSheet {
  readonly name: string
  /** A list to filter and scroll, rather than notes to read. */
  readonly isList: boolean
  readonly columns: readonly WorkbookColumn[]
  readonly rows: readonly (readonly WorkbookCell[])[]
}

export interface WorkbookColumn {
  readonly header: string
  /** In characters of the default font; a Chinese character takes two. */
  readonly width: number
  /** `yuan`: two decimals, grouped. `percent`: a share, shown with two decimals. `decimal`: two decimals where there are any.
   * `date`: a calendar day. `instant`: day and time in Asia/Shanghai. */
  readonly kind: 'text' | 'integer' | 'yuan' | 'percent' | 'decimal' | 'date' | 'instant'
}

/** Text, number, ISO date or instant by the column's kind; null leaves the cell empty. */
export type WorkbookCell = string | number | null

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
    rows: sheet.rows.slice(index * perSheet, (index + 1) * perSheet),
  }))
}

/** Longest text of a cell in Excel, in UTF-16 units. */
export const EXCEL_TEXT_LIMIT = 32_767
