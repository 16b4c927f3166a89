import { daysInMonth } from '../shared/calendar'
import type { IncomeWindow } from './Standards'

/** The last 12 whole months that are over at `asOf` (ISO date): its own month only where it is that month's last day. */
export function defaultIncomeWindow(asOf: string): IncomeWindow {
  const month = lastMonthOver(asOf)
  return { from: monthText(month - 11), to: monthText(month) }
}

/** Reads `YYYY-MM:YYYY-MM`; null unless it is twelve whole months. */
export function parseIncomeWindow(text: string): IncomeWindow | null {
  const match = /^(\d{4}-(?:0[1-9]|1[0-2])):(\d{4}-(?:0[1-9]|1[0-2]))$/.exec(text)
  if (match === null) return null
  const window = { from: match[1] as string, to: match[2] as string }
  return monthNumber(window.to) - monthNumber(window.from) === 11 ? window : null
}

/** The day (ISO date) on which a window is over: what comes in after the reference date cannot be counted on it. */
export function lastDayOf({ to }: IncomeWindow): string {
  return `${to}-${daysInMonth(Number(to.slice(0, 4)), Number(to.slice(5, 7)))}`
}

function lastMonthOver(asOf: string): number {
  const own = monthNumber(asOf)
  const isOwnOver = asOf === lastDayOf({ from: '', to: monthText(own) })
  return isOwnOver ? own : own - 1
}

function monthNumber(date: string): number {
  return Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1
}

function monthText(month: number): string {
  return `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}`
}

/** The 12 months that begin with a month `YYYY-MM`; null for any other text. */
export function incomeWindowFrom(month: string): IncomeWindow | null {
  if (!/^\d{4}-(?:0[1-9]|1[0-2])$/.test(month)) return null
  return { from: month, to: monthText(monthNumber(month) + 11) }
}

/** The last 12 months that begin with a month of the year (1 to 12) and are over on `asOf` (ISO date). */
export function incomeYearBefore(asOf: string, startMonth: number): IncomeWindow {
  const end = lastMonthOver(asOf)
  const last = end - ((((end - (startMonth + 10)) % 12) + 12) % 12)
  return { from: monthText(last - 11), to: monthText(last) }
}
