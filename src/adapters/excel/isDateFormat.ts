import { SSF } from 'xlsx'

/** Whether a number format shows a date or a time. */
export function isDateFormat(format: string | number | undefined): boolean {
  if (format === undefined || format === 'General') return false
  const known = dateFormats.get(format)
  if (known !== undefined) return known
  const isDate = SSF.is_date(String(format))
  dateFormats.set(format, isDate)
  return isDate
}

/** A workbook has a handful of formats and millions of cells. */
const dateFormats = new Map<string | number, boolean>()
