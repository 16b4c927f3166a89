import Papa from 'papaparse'
import { guessDelimiter } from './guessDelimiter'

/** The rows of delimited text, or the line that makes them ambiguous. */
export type DelimitedRows =
  | { readonly rows: readonly (readonly string[])[]; readonly trouble: null }
  | { readonly rows: null; readonly trouble: DelimitedTrouble }

export interface DelimitedTrouble {
  readonly code: 'quote_misplaced' | 'rows_in_quotes' | 'lines_unaccounted'
  /** 1-based. */
  readonly line: number
  /** The last line of what begins at `line`. */
  readonly lastLine: number
}

/**
 * Parses delimited text (RFC 4180, with any of the three line ends, mixed or not). A quotation mark that is not paired
 * makes a parser read the rows below it as one cell: such text is refused, and so is text whose rows do not cover its
 * lines, which are counted without the parser.
 */
export function parseDelimited(text: string): DelimitedRows {
  const plain = text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text
  const delimiter = guessDelimiter(plain)
  const { data, errors } = Papa.parse<string[]>(plain, { delimiter, newline: '\n' })
  const [error] = errors
  if (error !== undefined) {
    const line = lineBreaks(plain.slice(0, error.index ?? 0)) + 1
    return refused('quote_misplaced', line, line)
  }
  if (!plain.includes('"') && data.length === lineBreaks(plain) + 1) return { rows: data, trouble: null }
  return unaccounted(plain, data) ?? swallowed(plain, data, delimiter) ?? { rows: data, trouble: null }
}

/** A row covers the line it begins on, and one more for each line break in its cells. */
function linesOf(row: readonly string[]): number {
  return row.reduce((lines, cell) => (cell.includes('\n') ? lines + lineBreaks(cell) : lines), 1)
}

function unaccounted(plain: string, rows: readonly (readonly string[])[]): DelimitedRows | null {
  const covered = rows.reduce((sum, row) => sum + linesOf(row), 0)
  const lines = lineBreaks(plain) + 1
  return covered === lines ? null : refused('lines_unaccounted', covered + 1, lines)
}

/**
 * Two stray quotation marks look like a pair to every parser. Of a row with a real line break in a
 * cell, at most one line has the separators of a whole row.
 */
function swallowed(
  plain: string,
  rows: readonly (readonly string[])[],
  delimiter: string,
): DelimitedRows | null {
  if (rows.every((row) => linesOf(row) === 1)) return null
  const separators = usualWidth(rows) - 1
  if (separators < FEWEST_SEPARATORS) return null
  const lines = plain.split('\n')
  let first = 0
  for (const row of rows) {
    const next = first + linesOf(row)
    const whole = lines.slice(first, next).filter((line) => line.split(delimiter).length > separators)
    if (whole.length > 1) return refused('rows_in_quotes', first + 1, next)
    first = next
  }
  return null
}

/** The width that most rows of one line have. */
function usualWidth(rows: readonly (readonly string[])[]): number {
  const counts = new Map<number, number>()
  let [usual, most] = [0, 0]
  for (const row of rows) {
    if (row.length < 2 || linesOf(row) > 1) continue
    const count = (counts.get(row.length) ?? 0) + 1
    counts.set(row.length, count)
    if (count > most || (count === most && row.length > usual)) [usual, most] = [row.length, count]
  }
  return usual
}

function lineBreaks(text: string): number {
  let count = 0
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) count++
  return count
}

function refused(code: DelimitedTrouble['code'], line: number, lastLine: number): DelimitedRows {
  return { rows: null, trouble: { code, line, lastLine } }
}

/** A list has three columns at least; with fewer, two sentences with a comma look like two rows. */
const FEWEST_SEPARATORS = 2
