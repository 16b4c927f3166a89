import { dateOfSerial } from '../../domain/roster/values/calendarDate'
import type { RawCell } from '../../domain/roster/SheetTable'

/**
 * The date of a number with a date format; `epochShift` as in a `SheetTable`. A number that is not a day stays a
 * number, whatever its format: Excel shows `#####` for it.
 */
export function dayCell(serial: number, epochShift: number): RawCell {
  const day = serial + epochShift
  return day >= 0 && day <= LAST_DAY ? { kind: 'date', date: dateOfSerial(day) } : serial
}

export const DAYS_FROM_1900_TO_1904 = 1462
/** 9999-12-31, the last day that Excel knows. */
const LAST_DAY = 2_958_465
