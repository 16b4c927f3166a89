import { daysInMonth } from '../../shared/calendar'
import { cellText } from '../cellText'
import { normaliseText } from '../normaliseCell'
import type { RawCell } from '../SheetTable'
import type { Sex } from '../Roster'
import { EXACT_BELOW, LONG_FRACTION, SCIENTIFIC, cellFault } from './plainText'
import { NOTHING, readingOf, unreadable, type Reading, type Trouble } from './Reading'

/**
 * An ID number as on the list: half-width, without spaces, `X` upper case. Lengths 15 (before 1999), 18, 20 (ID,
 * kind and grade of disability) and 22 (a re-issued disability card) are legal. A number whose digits past the 15th
 * a spreadsheet has zeroed is `id_digits_lost` and gives no value: the lost digits are never guessed.
 */
export function idNumber(cell: RawCell, missing: ReadonlySet<string>): Reading<string> {
  const fault = cellFault(cell)
  if (fault !== null) return fault
  if (typeof cell === 'number' && cell >= EXACT_BELOW) return unreadable('id_digits_lost')
  const text = cellText(cell)
  if (text === null || missing.has(text)) return NOTHING
  const number = isPlainId(text) ? text : withCheckX(tidyIdNumber(text))
  if (number === '') return NOTHING
  if (SCIENTIFIC.test(number) || LONG_FRACTION.test(number)) return unreadable('id_digits_lost')
  if (!isIdNumber(number)) return { value: number, trouble: shapeTrouble(number) }
  if (number.length === 18 && number.endsWith('000') && checksumHolds(number))
    return { value: number, trouble: { code: 'id_ends_in_zeros' } }
  if (number.length < 18 || checksumHolds(number)) return readingOf(number)
  return number.endsWith('000')
    ? unreadable('id_digits_lost')
    : { value: number, trouble: { code: 'id_checksum' } }
}

/** What keeps a text from being an ID number, by what it holds: only of digits can the length be wrong. */
function shapeTrouble(number: string): Trouble {
  if (MASKED.test(number)) return { code: 'id_masked' }
  const [odd] = OTHER_CHARACTER.exec(number.replace(/(?<=^\d{17})X/, '')) ?? []
  return odd === undefined
    ? { code: 'id_malformed', details: { length: number.length } }
    : { code: 'id_other_characters', details: { odd } }
}

/** A multiplication sign or a letter of another alphabet in the place of X, where X is the right check character. */
function withCheckX(number: string): string {
  const asX = number.replace(/^(\d{17})[×✕✖⨯ХХΧ]$/, '$1X')
  return asX !== number && checksumHolds(asX) ? asX : number
}

/** True for the shapes that may stand for a person; the checksum is a warning and is not asked here. */
export function isIdNumber(number: string): boolean {
  return ID_NUMBER.test(number)
}

/** What is wrong with a tidy number by itself; the first that is found, or null. */
export type IdFault = 'id_malformed' | 'id_checksum' | 'id_birth_date'

/** Checks a number that somebody gave, in the order of gravity: its shape, its checksum (from 18 characters on), its date. */
export function idFault(number: string): IdFault | null {
  if (!isIdNumber(number)) return 'id_malformed'
  if (number.length >= 18 && !checksumHolds(number)) return 'id_checksum'
  return birthDateOf(number) === null ? 'id_birth_date' : null
}

/** GB 11643-1999: the 18th character is the ISO 7064 MOD 11-2 check of the first 17 digits. */
export function checksumHolds(number: string): boolean {
  return number.charAt(17) === checkCharacter(number)
}

/**
 * What two lists must agree on to mean one person: the 18 characters of the citizen number. A 15-digit number is
 * brought to 18 as the 1999 change did it; a disability card's is its first 18.
 */
export function personOf(number: string): string {
  if (number.length !== 15) return number.slice(0, 18)
  return idNumberFor(`${number.slice(0, 6)}19${number.slice(6)}`)
}

/** The 18 characters of the number whose first 17 digits are given. */
export function idNumberFor(seventeen: string): string {
  return seventeen + checkCharacter(seventeen)
}

/** ISO date of birth in the number; `null` when its digits are no date. */
export function birthDateOf(number: string): string | null {
  const digits = number.length === 15 ? `19${number.slice(6, 12)}` : number.slice(6, 14)
  const [year, month, day] = [+digits.slice(0, 4), +digits.slice(4, 6), +digits.slice(6, 8)]
  if (year < 1850 || month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return null
  return `${digits.slice(0, 4)}-${digits.slice(4, 6)}-${digits.slice(6, 8)}`
}

/** Odd order numbers are men's. */
export function sexOf(number: string): Sex {
  return number.charCodeAt(number.length === 15 ? 14 : 16) % 2 === 1 ? 'male' : 'female'
}

function checkCharacter(number: string): string {
  let sum = 0
  for (let index = 0; index < 17; index++) sum += (number.charCodeAt(index) - 48) * (WEIGHTS[index] ?? 0)
  return CHECK_CHARACTERS.charAt(sum % 11)
}

function isPlainId(text: string): boolean {
  return text.length === 18 && PLAIN.test(text)
}

/** Half-width, without spaces, dashes or quotes, `X` upper case. */
export function tidyIdNumber(text: string): string {
  return (normaliseText(text) ?? '').replace(ID_DECORATION, '').toUpperCase()
}

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
const CHECK_CHARACTERS = '10X98765432'
const PLAIN = /^\d{17}[\dX]$/
/** The shapes that may stand for a person, for programs that read a pattern. */
export const ID_NUMBER = /^(\d{15}|\d{17}[\dX]([0-9A-Z]{2}|[0-9A-Z]{4})?)$/
/** Spaces, apostrophes and quotes in every typeface, and dashes put in for reading. */
const ID_DECORATION = /[\s'’‘`´"“”-]/g
const MASKED = /[*•●○■□]|[X×]{2}/
const OTHER_CHARACTER = /[^\d]/
