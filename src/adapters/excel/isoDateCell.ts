import type { RawCell } from '../../domain/roster/SheetTable'
import { dateOfSerial } from '../../domain/roster/values/calendarDate'

/**
 * The date of a cell whose file writes it as `2019-03-01` or `2019-03-01T08:30:00.000`. Anything that is not a calendar day
 * stays text, and the reader of dates reports it.
 */
export function isoDateCell(value: string): RawCell {
  const [day, hours, minutes, seconds] = ISO_DATE.exec(value.trim())?.slice(1) ?? []
  const serial = day === undefined ? Number.NaN : serialOfDay(day)
  if (Number.isNaN(serial) || dateOfSerial(serial) !== day) return value
  const share = (Number(hours ?? 0) * 3600 + Number(minutes ?? 0) * 60 + Number(seconds ?? 0)) / SECONDS_A_DAY
  return { kind: 'date', date: dateOfSerial(serial + share) }
}

/** Days from 1899-12-30 to an ISO date; NaN where that is not a calendar day. */
export function serialOfDay(day: string): number {
  return Date.parse(`${day}T00:00:00Z`) / 1000 / SECONDS_A_DAY + DAY_1970
}

const ISO_DATE = /^(\d{4}-\d\d-\d\d)(?:T(\d\d):(\d\d)(?::(\d\d(?:\.\d+)?))?)?$/
const SECONDS_A_DAY = 86_400
/** 1970-01-01, counted from 1899-12-30. */
const DAY_1970 = 25_569
