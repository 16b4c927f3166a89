import { UNSEEN, WHITE_SPACE } from './cellText'
import { withCells, type RawCell, type SheetTable } from './SheetTable'

/**
 * The same table with every text cell in one spelling, so that no reader needs to know how programs and people
 * wrap, mark and space their values. Kept columns are read from the table as the file has it.
 */
export function normalisedTable(table: SheetTable): SheetTable {
  return withCells(table, (row, column) => normaliseCell(table.cell(row, column)))
}

function normaliseCell(cell: RawCell): RawCell {
  return typeof cell === 'string' ? normaliseText(cell) : cell
}

/**
 * A text in the one spelling that readers see, in this order: character references resolved; marks that nobody sees
 * removed; half-width forms (NFKC); white space plain; `="…"`, quotes around the whole and a leading apostrophe taken
 * off; `.0` behind a whole number taken off. `null` when nothing is left.
 */
export function normaliseText(text: string): string | null {
  if (isPlain(text)) return text === '' ? null : text
  const seen = text.replace(REFERENCE, referenced).replace(UNSEEN, '')
  // NFKC takes a lone acute accent for a space with an accent on it.
  const half = seen.replace(/^[\s´`]+/, (start) => start.replace(/[´`]/g, "'")).normalize('NFKC')
  const bare = unwrapped(half.replace(WHITE_SPACE, ' ').trim())
  const whole = bare.replace(WHOLE_AS_FRACTION, '$1')
  return whole === '' ? null : whole
}

/** Takes wrappings off, one inside another. A mark that is all there is stays. */
function unwrapped(text: string): string {
  const formula = /^=\s*"(.*)"$/s.exec(text)
  if (formula?.[1] !== undefined) return unwrapped(formula[1].replaceAll('""', '"').trim())
  const isWrapped = QUOTES.some(
    ([open, close]) =>
      text.length > 2 &&
      text.startsWith(open) &&
      text.endsWith(close) &&
      !text.slice(1, -1).includes(open) &&
      !text.slice(1, -1).includes(close),
  )
  if (isWrapped) return unwrapped(text.slice(1, -1).trim())
  const first = text.charAt(0)
  const rest = text.slice(1).trim()
  return APOSTROPHES.includes(first) && rest !== '' && !APOSTROPHES.includes(rest) ? unwrapped(rest) : text
}

/** `&#x20BB7;`, `&nbsp;`: web pages and careless writers leave them in the text. */
function referenced(whole: string, hex?: string, decimal?: string, name?: string): string {
  if (name !== undefined) return NAMED_REFERENCES[name.toLowerCase()] ?? whole
  const code = hex !== undefined ? parseInt(hex, 16) : Number(decimal)
  const isCharacter = code >= 0x20 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff)
  return isCharacter ? String.fromCodePoint(code) : whole
}

/** Nearly every cell is plain, and this runs for each: a look at the characters beats regular expressions. */
function isPlain(text: string): boolean {
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index)
    if (code >= 0x4e00 && code <= 0x9fff) continue
    if (code <= 0x20 || code >= 0x7f) return false
    // " & ' = _ `
    if (code === 0x22 || code === 0x26 || code === 0x27 || code === 0x3d || code === 0x5f || code === 0x60)
      return false
  }
  return !(text.endsWith('0') && text.includes('.'))
}

const REFERENCE = /&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(nbsp|amp|lt|gt|quot|apos|middot));/gi
const NAMED_REFERENCES: Readonly<Record<string, string>> = {
  nbsp: ' ',
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  middot: '·',
}
const QUOTES = [
  ['"', '"'],
  ['“', '”'],
  ["'", "'"],
  ['‘', '’'],
] as const
/** Excel's mark for text, in every typeface. */
const APOSTROPHES = ["'", '’', '‘', '`', 'ʼ', 'ʹ', '′']
/** pandas and others write whole numbers with gaps as floats. One of 16 digits has already lost its end. */
const WHOLE_AS_FRACTION = /^([+-]?\d{1,15}) ?\.0+$/
