import Papa from 'papaparse'
import type { DataTable } from '../../application/datasets/Dataset'
import { cellText } from './cellText'

/** Rows that become text together. */
const ROWS_AT_ONCE = 500

/**
 * The table as CSV by RFC 4180: UTF-8 with a byte order mark, names of the variables as header, CRLF after each row. See `cellText` for the
 * cells.
 */
export function* writeCsv({ variables, rows }: DataTable): Generator<string> {
  yield `\ufeff${linesOf([variables.map(({ name }) => name)])}`
  let some: string[][] = []
  for (const row of rows()) {
    some.push(variables.map((variable, index) => cellText(row[index] ?? null, variable)))
    if (some.length < ROWS_AT_ONCE) continue
    yield linesOf(some)
    some = []
  }
  if (some.length > 0) yield linesOf(some)
}

function linesOf(rows: string[][]): string {
  return `${Papa.unparse(rows, { newline: '\r\n' })}\r\n`
}
