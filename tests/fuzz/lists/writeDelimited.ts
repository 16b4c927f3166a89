import iconv from 'iconv-lite'
import type { ListCell, ListRow, ListSheet } from './HonestList'
import type { DelimitedSpelling } from './Writing'

/** A delimited file of one sheet. */
export function writeDelimited({ rows }: ListSheet, spelling: DelimitedSpelling): Uint8Array {
  const last = rows.length - 1
  const text = rows.map((row, index) => {
    const end = row.lineEnd ?? spelling.lineEnd
    return lineOf(row, spelling) + (index === last && !spelling.endsLastLine ? '' : end)
  })
  return encoded(text.join(''), spelling)
}

/** The line of a row without its end; it may have line breaks of its own. */
export function lineOf(row: ListRow, spelling: DelimitedSpelling): string {
  return row.line ?? row.cells.map((cell) => quoted(delimitedText(cell), spelling)).join(spelling.separator)
}

/** The text of a cell; a formula is its result. */
export function delimitedText(cell: ListCell): string {
  if (cell === null) return ''
  if (typeof cell !== 'object') return String(cell)
  switch (cell.kind) {
    case 'day':
      return cell.iso
    case 'formula':
      return String(cell.cached ?? '')
    case 'error':
      return '#REF!'
  }
}

export function quoted(text: string, { separator, quotesAll }: DelimitedSpelling): string {
  const isSpecial = /["\r\n]/.test(text) || text.includes(separator)
  return quotesAll || isSpecial ? `"${text.replaceAll('"', '""')}"` : text
}

function encoded(text: string, { encoding, hasMark }: DelimitedSpelling): Uint8Array {
  return new Uint8Array(
    iconv.encode(text, encoding === 'utf16be' ? 'utf16-be' : encoding, { addBOM: hasMark }),
  )
}
