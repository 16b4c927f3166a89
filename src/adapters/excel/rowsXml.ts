import { isRich, type CellType, type PlainCell } from '../../application/tables/TableSpec'
import { numberedRows } from '../../application/workbook/SheetRows'
import type { WorkbookSheet } from '../../application/workbook/WorkbookSheet'
import { escapeXml } from '../xml/escapeXml'
import { columnName } from './sheetAddresses'
import { serialOf } from './serialOf'
import { plain, toCell } from './toSheet'

/** About so many characters at once. */
const PIECE = 1 << 16

/** Numbers of styles, by column name. */
export type ColumnStyles = ReadonlyMap<string | undefined, string | undefined>

/**
 * The rows of a sheet of values in the file's own markup, below the header. `styles`: a column's own, and of words in place of a value.
 * Cells without a value are left out.
 */
export function* rowsXml(
  { columns, rows }: WorkbookSheet,
  styles: Readonly<Record<'own' | 'text', ColumnStyles>>,
): Generator<string> {
  const heads = columns.map(({ type }, at) => {
    const name = columnName(at)
    return { name, type, own: styleOf(styles.own, name), text: styleOf(styles.text, name) }
  })
  let piece = ''
  for (const [index, row] of numberedRows(rows)) {
    const number = index + 2
    let cells = ''
    for (const [at, { name, type, own, text }] of heads.entries()) {
      const cell = row[at] ?? null
      const isWords = isRich(cell) && cell.type === 'text'
      cells += cellXml(plain(cell), isWords ? 'text' : type, `r="${name}${number}"${isWords ? text : own}`)
    }
    if (cells !== '') piece += `<row r="${number}">${cells}</row>`
    if (piece.length < PIECE) continue
    yield piece
    piece = ''
  }
  yield piece
}

function styleOf(styles: ColumnStyles, name: string): string {
  const style = styles.get(name)
  return style === undefined ? '' : ` s="${style}"`
}

function cellXml(cell: PlainCell, type: CellType, attributes: string): string {
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
