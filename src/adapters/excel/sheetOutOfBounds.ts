import type { WorkBook } from 'xlsx'
import type { DenseSheet } from './workbookTables'

/**
 * The name of a sheet with a row or column that no sheet has (row 0, the column behind XFD), `null` when there is none.
 * SheetJS stores such cells where no reader finds them, or so far out that a search never ends.
 */
export function sheetOutOfBounds(workbook: WorkBook): string | null {
  return workbook.SheetNames.find((name) => isOutOfBounds(workbook.Sheets[name] ?? {})) ?? null
}

function isOutOfBounds({ '!data': data }: DenseSheet): boolean {
  if (data === undefined) return false
  // Keys that are not array indices come last.
  const last = Number(Object.keys(data).at(-1) ?? 0)
  if (!Number.isInteger(last) || last < 0 || last >= ROW_LIMIT) return true
  return data.some((row) => row !== undefined && row.length > COLUMN_LIMIT)
}

/** Rows and columns of a sheet in Excel. */
export const ROW_LIMIT = 1_048_576
export const COLUMN_LIMIT = 16_384
