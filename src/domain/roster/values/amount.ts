import { cellText } from '../cellText'
import type { RawCell } from '../SheetTable'
import { cellFault } from './plainText'
import { NOTHING, readingOf, unreadable, type Reading } from './Reading'

/**
 * A number that may be written as text: `3,218.00`, `3218元`, `约3218元`, `1.2万`. `—`, `/` and `无` are missing,
 * never 0. A text with two numbers or none is `number_unreadable`.
 */
export function amount(cell: RawCell, missing: ReadonlySet<string>): Reading<number> {
  if (typeof cell === 'number') return readingOf(cell)
  const fault = cellFault(cell)
  if (fault !== null) return fault
  if (cell !== null && typeof cell === 'object') return unreadable('number_unreadable')
  const text = cellText(cell)
  if (text === null || missing.has(text)) return NOTHING
  return amountOfText(text.normalize('NFKC').replace(THOUSANDS, ''))
}

/** A whole number from 0 to `most`; anything else is `number_out_of_range`. */
export function wholeNumber(cell: RawCell, missing: ReadonlySet<string>, most: number): Reading<number> {
  const reading = amount(cell, missing)
  if (reading.value === null) return reading
  if (Number.isInteger(reading.value) && reading.value >= 0 && reading.value <= most) return reading
  return unreadable('number_out_of_range', { least: 0, most })
}

function amountOfText(text: string): Reading<number> {
  // Hundreds of digits are more than a number holds.
  if (PLAIN_NUMBER.test(text)) return finite(Number(text))
  const parts = NUMBER_IN_WORDS.exec(text)
  if (parts === null) return unreadable('number_unreadable')
  const number = Number(parts[1])
  return finite(parts[2] === undefined ? number : Math.round(number * TEN_THOUSAND * 100) / 100)
}

function finite(number: number): Reading<number> {
  return Number.isFinite(number) ? readingOf(number) : unreadable('number_unreadable')
}

const THOUSANDS = /(?<=\d)[,\s](?=\d{3}(?!\d))/g
const PLAIN_NUMBER = /^[+-]?\d+(\.\d+)?$/
const NUMBER_IN_WORDS = /^(?:[^\d.+\-万]*?)([+-]?\d+(?:\.\d+)?)\s*(万)?[^\d.万]*$/
const TEN_THOUSAND = 10_000
