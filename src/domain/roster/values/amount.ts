import { cellText } from '../cellText'
import type { RawCell } from '../SheetTable'
import { cellFault } from './plainText'
import { NOTHING, readingOf, unreadable, type Reading } from './Reading'

/**
 * A number of yuan that may be written as text: `3,218.00`, `3218元`, `约3218元`, `1.2万`, `3千5百`, `(1,234.00)`, `亏500`.
 * `—`, `/` and `无` are missing, never 0. A text that is not understood to its last character (a range, 以上, a sum and
 * a remark) is `number_unreadable`: a part of it would be another number.
 */
export function amount(cell: RawCell, missing: ReadonlySet<string>): Reading<number> {
  return numberOf(cell, missing, yuanOfText)
}

/** A whole number from 0 to `most`, with one of the `units` behind it or none; anything else is `number_out_of_range`. */
export function wholeNumber(
  cell: RawCell,
  missing: ReadonlySet<string>,
  most: number,
  units: readonly string[] = [],
): Reading<number> {
  const reading = numberOf(cell, missing, (text) => plainNumber(withoutUnit(text, units)))
  return wholeWithin(reading, most)
}

/** An age in months: `45`, `45岁`, `8个月`, `1岁3个月`, `20天`; a bare number is years. At most `mostYears`. */
export function ageInMonths(cell: RawCell, missing: ReadonlySet<string>, mostYears: number): Reading<number> {
  if (typeof cell === 'number') return ageInMonths(String(cell), missing, mostYears)
  const reading = wholeWithin(numberOf(cell, missing, monthsOfText), mostYears * 12)
  return reading.trouble?.code === 'number_out_of_range'
    ? unreadable('number_out_of_range', { least: 0, most: mostYears })
    : reading
}

function numberOf(
  cell: RawCell,
  missing: ReadonlySet<string>,
  parse: (text: string) => number | null,
): Reading<number> {
  if (typeof cell === 'number') return readingOf(cell)
  const fault = cellFault(cell)
  if (fault !== null) return fault
  if (cell !== null && typeof cell === 'object') return unreadable('number_unreadable')
  const text = cellText(cell)
  if (text === null || missing.has(text)) return NOTHING
  const number = parse(text.normalize('NFKC'))
  // Hundreds of digits are more than a number holds.
  return number !== null && Number.isFinite(number) ? readingOf(number) : unreadable('number_unreadable')
}

function wholeWithin(reading: Reading<number>, most: number): Reading<number> {
  if (reading.value === null) return reading
  return Number.isInteger(reading.value) && reading.value >= 0 && reading.value <= most
    ? reading
    : unreadable('number_out_of_range', { least: 0, most })
}

function yuanOfText(text: string): number | null {
  const [, sign = '', rest = ''] = SIGNED.exec(text.replace(AROUND_AMOUNT, '')) ?? []
  const bracketed = sign === '' ? IN_BRACKETS.exec(rest)?.[1] : undefined
  if (bracketed !== undefined) return negative(plainNumber(bracketed))
  const number = plainNumber(rest) ?? scientific(rest) ?? numberOfTerms(rest)
  return sign === '' || sign === '+' ? number : negative(number)
}

/** `3千`, `1万2千`, `1.2万`, `3千5百`, `1万2000`: units fall, and a number behind the last has as many digits as it lacks. */
function numberOfTerms(text: string): number | null {
  let [sum, scale, rest] = [0, Infinity, text]
  for (let term = TERM.exec(rest); term !== null; term = TERM.exec(rest)) {
    const unit = [...(term[2] ?? '')].reduce(
      (product, letter) => product * (UNITS[letter.toLowerCase()] ?? 1),
      1,
    )
    const number = plainNumber(term[1] ?? '')
    if (number === null || unit >= scale || number * unit >= scale) return null
    if (scale !== Infinity && !Number.isInteger(number)) return null
    sum += Math.round(number * unit * 100) / 100
    scale = unit
    rest = rest.slice(term[0].length)
  }
  if (scale === Infinity) return null
  if (rest === '') return sum
  return /^\d+$/.test(rest) && 10 ** rest.length === scale ? sum + Number(rest) : null
}

/** Digits with or without thousands marks, nothing else. */
function plainNumber(text: string): number | null {
  if (PLAIN.test(text)) return Number(text)
  return GROUPED.test(text) ? Number(text.replace(/[, ]/g, '')) : null
}

/** `1e+05`, as statistics programs write whole numbers. */
function scientific(text: string): number | null {
  const number = /^\d(\.\d+)?e\+?\d{1,2}$/i.test(text) ? Number(text) : null
  return number !== null && Number.isSafeInteger(number) ? number : null
}

function monthsOfText(text: string): number | null {
  const years = plainNumber(text)
  if (years !== null) return years * 12
  const [whole, ofYears, ofMonths, ofDays] = AGE.exec(text) ?? []
  if (whole === undefined || whole === '') return null
  return Number(ofYears ?? 0) * 12 + Number(ofMonths ?? 0) + Math.floor(Number(ofDays ?? 0) / DAYS_A_MONTH)
}

function withoutUnit(text: string, units: readonly string[]): string {
  const unit = units.find((unit) => text.endsWith(unit))
  return unit === undefined ? text : text.slice(0, -unit.length).trim()
}

function negative(number: number | null): number | null {
  return number === null || number < 0 ? null : -number
}

const UNITS: Readonly<Record<string, number>> = {
  百: 100,
  千: 1_000,
  k: 1_000,
  万: 10_000,
  w: 10_000,
  亿: 100_000_000,
}
const PLAIN = /^-?\d+(\.\d+)?$/
const GROUPED = /^-?\d{1,3}([, ]\d{3})+(\.\d+)?$/
const TERM = /^(\d[\d,. ]*?) ?([百千]万|[百千万]亿|[百千万亿wk])/i
/** Hyphens and minus signs of every width; 负 and 亏 mean the same. A dash as wide as a character means 'nothing'. */
const SIGNED = /^(\+|[-−‐‑‒–]|负|亏损?)? ?(.*)$/s
const IN_BRACKETS = /^\(([\d,.]+)\)$/
/** Words before and behind a sum of money that leave it what it is. */
const AROUND_AMOUNT =
  /^(?:大?约|人民币|(?:家庭)?(?:年)?人均(?:纯收入|收入)?|(?:年)?(?:纯)?收入)?[:约]? ?¥? ?|\s*(?:元整?|块钱?)?(?:\/年|\/人|每年|每人)?(?:左右|上下)?$/g
const AGE = /^(?:(\d{1,3}) ?周?岁)? ?(?:(\d{1,4}) ?(?:个月|月龄?))? ?(?:(\d{1,5}) ?(?:天|日龄?))?$/
const DAYS_A_MONTH = 30.44
