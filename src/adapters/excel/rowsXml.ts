import type { CellType } from '../../application/tables/TableSpec'
import type { WorkbookSheet } from '../../application/workbook/WorkbookSheet'
import { escapeXml } from '../xml/escapeXml'
import { columnName } from './sheetAddresses'
import { serialOf } from './serialOf'
import { plain, toCell } from './toSheet'

/** About so many characters at once. */
const PIECE = 1 << 16

/** The rows of a sheet of plain values in the file's own markup, below the header; `styles`: by column name. Cells without a value are left out. */
export function* rowsXml(
  { columns, rows }: WorkbookSheet,
  styles: ReadonlyMap<string | undefined, string | undefined>,
): Generator<string> {
  const heads = columns.map(({ type }, at) => {
    const name = columnName(at)
    const style = styles.get(name)
    return { name, type, style: style === undefined ? '' : ` s="${style}"` }
  })
  let piece = ''
  for (const [index, row] of rows.entries()) {
    const number = index + 2
    let cells = ''
    for (const [at, { name, type, style }] of heads.entries())
      cells += cellXml(plain(row[at] ?? null), type, `r="${name}${number}"${style}`)
    if (cells !== '') piece += `<row r="${number}">${cells}</row>`
    if (piece.length < PIECE) continue
    yield piece
    piece = ''
  }
  yield piece
}

function cellXml(cell: string | number | null, type: CellType, attributes: string): string {
  const value = toCell(cell, type)
  if (value === null) return ''
  if (value instanceof Date) return `<c ${attributes}><v>${serialOf(value)}</v></c>`
  if (typeof value === 'number') return Number.isFinite(value) ? `<c ${attributes}><v>${value}</v></c>` : ''
  return `<c ${attributes} t="inlineStr"><is><t xml:space="preserve">${sheetText(String(value))}</t></is></c>`
}

/** A text as a cell's markup has it: what a reader would take for a character's number is written as one. */
function sheetText(text: string): string {
  return escapeXml(text.replace(/_(?=x[\dA-Fa-f]{4}_)/g, '_x005F_'))
}
