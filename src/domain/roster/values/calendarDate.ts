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
 * `2016/12`, `2016.12`, with or without a time; an instant with a zone is the day it was in China. `epochShift`: days to
 * add to serials. What cannot be read is `date_unreadable`.
 */
export function calendarDate(
  cell: RawCell,
  missing: ReadonlySet<string>,
  epochShift = 0,
): Reading<CalendarDate> {
  const fault = cellFault(cell)
  if (fault !== null) return fault
  if (cell !== null && typeof cell === 'object' && cell.kind === 'date') return readingOf(isoParts(cell.date))
  if (typeof cell === 'number') return dateOfNumber(cell, epochShift)
  const text = cellText(cell)
  if (text === null || missing.has(text)) return NOTHING
  return dateOfText(text.normalize('NFKC'), epochShift)
}

/** ISO `YYYY-MM-DD`; a missing month or day is written as the first. */
export function isoDate(date: CalendarDate): string {
  return `${date.year}-${pad(date.month ?? 1)}-${pad(date.day ?? 1)}`
}

/**
 * ISO date of a day number counted from 1899-12-30, as workbooks of the 1900 epoch do after February 1900. The last
 * minute of a day is the next one's midnight: writers that compute with the local time of 1900 miss it by 43 seconds.
 */
export function dateOfSerial(serial: number): string {
  return new Date(Math.floor(serial + 1 / MINUTES_A_DAY) * MILLISECONDS_A_DAY + SERIAL_EPOCH)
    .toISOString()
    .slice(0, 10)
}

function dateOfNumber(number: number, epochShift: number): Reading<CalendarDate> {
  if (number >= 1900 && number < 2100) return dateOfYearWithFraction(number)
  const serial = number + epochShift
  if (serial >= FIRST_SERIAL && serial <= LAST_SERIAL) return readingOf(isoParts(dateOfSerial(serial)))
  return Number.isInteger(number) ? dateOfDigits(String(number)) : unreadable('date_unreadable')
}

/** `2016.12` typed into a number cell is December; `2016.1` may be January or October, so only its year is sure. */
function dateOfYearWithFraction(number: number): Reading<CalendarDate> {
  const [year = '', fraction = ''] = String(number).split('.')
  if (fraction.length === 1) return readingOf({ year: +year, month: null, day: null })
  return dateOfDigits(year + fraction)
}

function dateOfText(text: string, epochShift: number): Reading<CalendarDate> {
  if (DIGITS.test(text)) return text.length === 5 ? dateOfNumber(+text, epochShift) : dateOfDigits(text)
  const instant = INSTANT.exec(text)
  if (instant !== null) return dayInChina(text, instant[1] ?? '')
  const parts = DATE_TEXT.exec(text)
  if (parts === null) return unreadable('date_unreadable')
  return checkedDate(+(parts[1] ?? ''), part(parts[2]), part(parts[3]))
}

/** JavaScript writes midnight in China as 16:00 of the day before, in Greenwich's time. */
function dayInChina(text: string, day: string): Reading<CalendarDate> {
  const written = isoParts(day)
  if (checkedDate(written.year, written.month, written.day).value === null)
    return unreadable('date_unreadable')
  const time = Date.parse(text.replace(/\s+/, 'T').replace(/([+-]\d{2})(\d{2})$/, '$1:$2'))
  if (Number.isNaN(time)) return unreadable('date_unreadable')
  return readingOf(isoParts(new Date(time + CHINA_AHEAD).toISOString().slice(0, 10)))
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
  /^(\d{4})\s*[年\-/.]?\s*(?:(\d{1,2})\s*[月\-/.]?\s*(?:(\d{1,2})\s*[日号]?)?)?(?:[T\s]+(?:[上下]午\s*)?\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:\s*[AP]M)?)?\s*度?$/i
/** A day and a clock time with its zone. */
const INSTANT = /^(\d{4}-\d{2}-\d{2})[T\s]+\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?\s*(?:Z|[+-]\d{2}:?\d{2})$/
const CHINA_AHEAD = 8 * 3_600_000
const MILLISECONDS_A_DAY = 86_400_000
const MINUTES_A_DAY = 1_440
const SERIAL_EPOCH = Date.UTC(1899, 11, 30)
/** 1910 to 2064: the days that living people and registers need, and no year or year-month falls between. */
const FIRST_SERIAL = 3_654
const LAST_SERIAL = 60_000
