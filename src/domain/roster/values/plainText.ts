import { cellText } from '../cellText'
import type { RawCell } from '../SheetTable'
import { NOTHING, readingOf, unreadable, type Reading } from './Reading'

/** Text of a place or a remark. A date there is what a spreadsheet made of something else. */
export function plainText(cell: RawCell, missing: ReadonlySet<string>): Reading<string> {
  const fault = cellFault(cell)
  if (fault !== null) return fault
  if (isDate(cell)) return unreadable('cell_became_date')
  const text = cellText(cell)
  return text === null || missing.has(text) ? NOTHING : readingOf(text)
}

/**
 * A person's name: lists pad two-character names with spaces (`李  明`), which are not part of the name, and neither are
 * quotes that a careless export left. A number is
 * nobody's name: it is what a formula gives that was never calculated.
 */
export function personName(cell: RawCell, missing: ReadonlySet<string>): Reading<string> {
  const reading = plainText(cell, missing)
  if (reading.value === null) return reading
  if (NUMBER.test(reading.value)) return unreadable('name_is_number')
  const name = withoutStrayQuotes(reading.value)
  if (name === '') return NOTHING
  return readingOf(name.includes(' ') && !LATIN.test(name) ? name.replaceAll(' ', '') : name)
}

/** Quotes in pairs may be a nickname's. */
function withoutStrayQuotes(name: string): string {
  const straight = name.match(/"/g)?.length ?? 0
  const [open, close] = [name.match(/“/g)?.length ?? 0, name.match(/”/g)?.length ?? 0]
  return straight % 2 === 1 || open !== close ? name.replace(/["“”]/g, '') : name
}

/** A number of the register or a telephone number: text, whatever the cell's type; never a rounded float. */
function registerNumber(cell: RawCell, missing: ReadonlySet<string>): Reading<string> {
  if (typeof cell === 'number') {
    return Number.isSafeInteger(cell) && cell < EXACT_BELOW
      ? readingOf(String(cell))
      : unreadable('number_digits_lost')
  }
  if (isDate(cell)) return unreadable('code_became_date')
  const reading = plainText(cell, missing)
  if (reading.value === null) return reading
  const number = reading.value.replace(CODE_DECORATION, '')
  if (ERROR_TEXT.test(number)) return unreadable('cell_error')
  if (SCIENTIFIC.test(number) || LONG_FRACTION.test(number)) return unreadable('number_digits_lost')
  if (DATE_OF_CODE.test(number)) return unreadable('code_became_date')
  return readingOf(GROUPED_DIGITS.test(number) ? number.replaceAll(',', '') : number)
}

/** 户编号, 人编号: a number of the register, with digits in it; a word in its place identifies nobody. */
export function registerCode(cell: RawCell, missing: ReadonlySet<string>): Reading<string> {
  const reading = registerNumber(cell, missing)
  return reading.value === null || /\d/.test(reading.value) ? reading : unreadable('code_without_digits')
}

/** A telephone number: like a number of the register, and with enough digits. */
export function phoneNumber(cell: RawCell, missing: ReadonlySet<string>): Reading<string> {
  const reading = registerNumber(cell, missing)
  return reading.value === null || reading.value.replace(/\D/g, '').length >= FEWEST_OF_PHONE
    ? reading
    : unreadable('phone_unreadable')
}

function isDate(cell: RawCell): boolean {
  return cell !== null && typeof cell === 'object' && cell.kind === 'date'
}

/** Error values and formulas without a result hold nothing that could be read. */
export function cellFault(cell: RawCell): Reading<never> | null {
  if (typeof cell === 'string') return ERROR_TEXT.test(cell) ? unreadable('cell_error') : null
  if (cell === null || typeof cell !== 'object' || cell.kind === 'date') return null
  return cell.kind === 'error' ? unreadable('cell_error') : unreadable('formula_without_value')
}

/** Error values that were saved as text, and what a column too narrow shows. */
const ERROR_TEXT = /^#(#+|N\/A|REF!|VALUE!|NAME\?|NUM!|NULL!|DIV\/0!|SPILL!|CALC!)$/i
const LATIN = /[A-Za-z]/
export const SCIENTIFIC = /^\d(\.\d+)?[eE]\+?\d{2}$/

/** A whole number of 16 digits or more that went through a float: its end is not what it was. */
export const LONG_FRACTION = /^\d{16,}\.0*$/
const FEWEST_OF_PHONE = 5
const NUMBER = /^[\d.,+-]+$/
/** Blanks, and quotes that a careless export left within. */
const CODE_DECORATION = /[\s"“”'‘’`]/g
const GROUPED_DIGITS = /^\d{1,3}(,\d{3})+$/
/** What Excel shows, and saves as CSV, for a code such as 1-2. */
const DATE_OF_CODE =
  /^(\d{1,2}月\d{1,2}日|\d{1,2}-[A-Z][a-z]{2}(-\d{2})?|[A-Z][a-z]{2}-\d{2}|\d{4}[/-]\d{1,2}[/-]\d{1,2}|\d{4}年\d{1,2}月(\d{1,2}日)?)$/

/** Excel keeps 15 significant digits; a longer whole number in a cell has already lost its end. */
export const EXACT_BELOW = 1e15
