import { cellText } from '../cellText'
import { normaliseLabel } from '../normaliseLabel'
import type { CodeDefinition } from '../RosterVocabulary'
import type { RawCell } from '../SheetTable'
import { cellFault } from './plainText'
import { NOTHING, readingOf, unreadable, type Reading } from './Reading'

/** One code list, ready for looking up. Texts repeat from row to row, so each is normalised once. */
export interface CodeBook {
  readonly list: string
  readonly codeOf: ReadonlyMap<string, string>
  readonly seen: Map<string, Reading<string>>
}

export function codeBook(list: string, codes: readonly CodeDefinition[]): CodeBook {
  const codeOf = new Map<string, string>()
  for (const { code, labels } of codes) for (const label of labels) codeOf.set(normaliseLabel(label), code)
  return { list, codeOf, seen: new Map() }
}

/** The same list, in which numbers mean what the user chose for his list: codes by number. */
export function withNumbers(
  { list, codeOf }: CodeBook,
  meanings: Readonly<Record<string, string>>,
): CodeBook {
  const numbers = Object.entries(meanings).map(([number, code]) => [normaliseLabel(number), code] as const)
  return { list, codeOf: new Map([...codeOf, ...numbers]), seen: new Map() }
}

/** The code whose label the cell holds. A bare number is `code_number_only`: systems disagree on what numbers mean. */
export function codeLabel(cell: RawCell, book: CodeBook, missing: ReadonlySet<string>): Reading<string> {
  const fault = cellFault(cell)
  if (fault !== null) return fault
  const text = cellText(cell)
  if (text === null) return NOTHING
  const seen = book.seen.get(text)
  if (seen !== undefined) return seen
  const reading = lookUp(text, book, missing)
  if (book.seen.size < SEEN_AT_MOST) book.seen.set(text, reading)
  return reading
}

/** Several codes in one cell, in any order, parted by commas, `、`, semicolons or slashes. One unknown part spoils none. */
export function codeLabels(
  cell: RawCell,
  book: CodeBook,
  missing: ReadonlySet<string>,
): Reading<readonly string[]> {
  const whole = codeLabel(cell, book, missing)
  if (whole.value !== null) return readingOf([whole.value])
  const text = cellText(cell)
  if (whole.trouble === null || text === null || whole.trouble.code !== 'code_unknown')
    return { value: null, trouble: whole.trouble }
  const readings = text.split(SEPARATORS).map((part) => codeLabel(part, book, missing))
  const codes = [...new Set(readings.flatMap((reading) => reading.value ?? []))]
  return {
    value: codes.length === 0 ? null : codes,
    trouble: readings.find((reading) => reading.trouble !== null)?.trouble ?? null,
  }
}

function lookUp(text: string, book: CodeBook, missing: ReadonlySet<string>): Reading<string> {
  const label = normaliseLabel(text)
  const code = book.codeOf.get(label)
  if (code !== undefined) return readingOf(code)
  if (missing.has(text) || label === '') return NOTHING
  return DIGITS.test(label) && ONE_NUMBER.test(text)
    ? unreadable('code_number_only', { list: book.list, number: label })
    : unreadable('code_unknown', { list: book.list })
}

const SEPARATORS = /[,，、;；/／|\s]+/
const DIGITS = /^\d+$/
const ONE_NUMBER = /^\D*\d+\D*$/
/** Free text in a coded column must not grow the memory without end. */
const SEEN_AT_MOST = 10_000
