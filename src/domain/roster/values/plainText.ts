import { cellText } from '../cellText'
import type { RawCell } from '../SheetTable'
import { NOTHING, readingOf, unreadable, type Reading } from './Reading'

/** Text as on the list, white space tidied; a leading apostrophe, which Excel uses to mean 'text', is dropped. */
export function plainText(cell: RawCell, missing: ReadonlySet<string>): Reading<string> {
  const fault = cellFault(cell)
  if (fault !== null) return fault
  const text = cellText(cell)
  if (text === null || missing.has(text)) return NOTHING
  return readingOf(text.charCodeAt(0) === APOSTROPHE ? text.slice(1) : text)
}

/** A person's name: lists pad two-character names with spaces (`李  明`), which are not part of the name. */
export function personName(cell: RawCell, missing: ReadonlySet<string>): Reading<string> {
  const reading = plainText(cell, missing)
  if (reading.value === null || !reading.value.includes(' ')) return reading
  return readingOf(LATIN.test(reading.value) ? reading.value : reading.value.replaceAll(' ', ''))
}

/** A number of the register (户编号, 人编号, telephone): text, whatever the cell's type; never a rounded float. */
export function registerNumber(cell: RawCell, missing: ReadonlySet<string>): Reading<string> {
  if (typeof cell === 'number') {
    return Number.isSafeInteger(cell) && cell < EXACT_BELOW
      ? readingOf(String(cell))
      : unreadable('number_digits_lost')
  }
  const reading = plainText(cell, missing)
  if (reading.value === null) return reading
  const number = unwrapFormulaText(reading.value.normalize('NFKC')).replaceAll(' ', '')
  if (SCIENTIFIC.test(number)) return unreadable('number_digits_lost')
  return number === '' ? NOTHING : readingOf(number)
}

/** `="530626…"`, the trick by which CSV files keep Excel from rounding long numbers. */
export function unwrapFormulaText(text: string): string {
  return text.startsWith('="') && text.endsWith('"') ? text.slice(2, -1) : text
}

/** Error values and formulas without a result hold nothing that could be read. */
export function cellFault(cell: RawCell): Reading<never> | null {
  if (cell === null || typeof cell !== 'object' || cell.kind === 'date') return null
  return cell.kind === 'error' ? unreadable('cell_error') : unreadable('formula_without_value')
}

const APOSTROPHE = 0x27
const LATIN = /[A-Za-z]/
export const SCIENTIFIC = /^\d(\.\d+)?[eE]\+?\d{2}$/

/** Excel keeps 15 significant digits; a longer whole number in a cell has already lost its end. */
export const EXACT_BELOW = 1e15
