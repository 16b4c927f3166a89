import { cellText } from '../cellText'
import type { RawCell } from '../SheetTable'
import { daysInMonth } from '../../shared/calendar'
import { cellFault } from './plainText'
import { NOTHING, readingOf, unreadable, type Reading } from './Reading'

/** A date as exact as the list gives it. */
export interface CalendarDate {
  readonly year: number
  readonly month: number | null
  readonly day: number | null
}

/**
 * A date in any of the forms met: date cells, serials, `2016`, `2016年`, `201612`, `20161231`, `2016-12-31`,
 * `2016/12`, `2016.12`, with or without a time. What cannot be read is `date_unreadable`.
 */
export function calendarDate(cell: RawCell, missing: ReadonlySet<string>): Reading<CalendarDate> {
  const fault = cellFault(cell)
  if (fault !== null) return fault
  if (cell !== null && typeof cell === 'object' && cell.kind === 'date') return readingOf(isoParts(cell.date))
  if (typeof cell === 'number') return dateOfNumber(cell)
  const text = cellText(cell)
  if (text === null || missing.has(text)) return NOTHING
  return dateOfText(text.normalize('NFKC'))
}

/** ISO `YYYY-MM-DD`; a missing month or day is written as the first. */
export function isoDate(date: CalendarDate): string {
  return `${date.year}-${pad(date.month ?? 1)}-${pad(date.day ?? 1)}`
}

/** ISO date of a day number counted from 1899-12-30, as workbooks of the 1900 epoch do after February 1900. */
export function dateOfSerial(serial: number): string {
  return new Date(Math.floor(serial) * MILLISECONDS_A_DAY + SERIAL_EPOCH).toISOString().slice(0, 10)
}

function dateOfNumber(number: number): Reading<CalendarDate> {
  if (number >= 1900 && number < 2100) return dateOfYearWithFraction(number)
  if (number >= FIRST_SERIAL && number <= LAST_SERIAL) return readingOf(isoParts(dateOfSerial(number)))
  return Number.isInteger(number) ? dateOfDigits(String(number)) : unreadable('date_unreadable')
}

/** `2016.12` typed into a number cell is December; `2016.1` may be January or October, so only its year is sure. */
function dateOfYearWithFraction(number: number): Reading<CalendarDate> {
  const [year = '', fraction = ''] = String(number).split('.')
  if (fraction.length === 1) return readingOf({ year: +year, month: null, day: null })
  return dateOfDigits(year + fraction)
}

function dateOfText(text: string): Reading<CalendarDate> {
  if (DIGITS.test(text)) {
    return text.length === 5 && +text >= FIRST_SERIAL && +text <= LAST_SERIAL
      ? dateOfNumber(+text)
      : dateOfDigits(text)
  }
  const parts = DATE_TEXT.exec(text)
  if (parts === null) return unreadable('date_unreadable')
  return checkedDate(+(parts[1] ?? ''), part(parts[2]), part(parts[3]))
}

/** 4, 6 or 8 digits: year, month, day without separators. */
function dateOfDigits(digits: string): Reading<CalendarDate> {
  if (digits.length !== 4 && digits.length !== 6 && digits.length !== 8) return unreadable('date_unreadable')
  return checkedDate(+digits.slice(0, 4), part(digits.slice(4, 6)), part(digits.slice(6, 8)))
}

function checkedDate(year: number, month: number | null, day: number | null): Reading<CalendarDate> {
  const possible =
    year >= 1850 &&
    year < 2100 &&
    (month === null || (month >= 1 && month <= 12)) &&
    (day === null || (month !== null && day >= 1 && day <= daysInMonth(year, month)))
  return possible ? readingOf({ year, month, day }) : unreadable('date_unreadable')
}

function isoParts(date: string): CalendarDate {
  return { year: +date.slice(0, 4), month: +date.slice(5, 7), day: +date.slice(8, 10) }
}

function part(digits: string | undefined): number | null {
  return digits === undefined || digits === '' ? null : +digits
}

function pad(number: number): string {
  return number < 10 ? `0${number}` : String(number)
}

const DIGITS = /^\d+$/
const DATE_TEXT =
  /^(\d{4})\s*[年\-/.]?\s*(?:(\d{1,2})\s*[月\-/.]?\s*(?:(\d{1,2})\s*日?)?)?(?:[T\s]+\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?Z?)?\s*度?$/
const MILLISECONDS_A_DAY = 86_400_000
const SERIAL_EPOCH = Date.UTC(1899, 11, 30)
/** 1910 to 2064: the days that living people and registers need, and no year or year-month falls between. */
const FIRST_SERIAL = 3_654
const LAST_SERIAL = 60_000
