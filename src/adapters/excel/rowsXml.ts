import { isRich, type Cell, type CellType, type RichCell } from '../../application/tables/TableSpec'
import { numberedRows } from '../../application/workbook/SheetRows'
import type { WorkbookSheet } from '../../application/workbook/WorkbookSheet'
import { escapeXml } from '../xml/escapeXml'
import { columnName, placedFormula } from './sheetAddresses'
import { serialOf } from './serialOf'
import { plain, toCell } from './toSheet'

/** About so many characters at once. */
const PIECE = 1 << 16

/** Numbers of styles, by column name. */
export type ColumnStyles = ReadonlyMap<string | undefined, string | undefined>

/** A column's own style, that of words in place of a value, and that of words by a formula. */
export type RowStyles = Readonly<Record<'own' | 'text' | 'words', ColumnStyles>>

export type Sheets = ReadonlyMap<string, WorkbookSheet>

interface Head extends Record<keyof RowStyles, string> {
  readonly name: string
  readonly type: CellType
  /** The reader fills its cells in: an empty one has its style all the same, or it would be locked. */
  readonly isOpen: boolean
}

/**
 * The rows of a sheet in the file's own markup, below the header. `sheets`: those that its formulas name. Cells without a value are left
 * out, but for those that are filled in.
 */
export function* rowsXml(sheet: WorkbookSheet, styles: RowStyles, sheets: Sheets): Generator<string> {
  const heads = headsOf(sheet, styles)
  let piece = ''
  for (const [index, row] of numberedRows(sheet.rows)) {
    const number = index + 2
    let cells = ''
    for (const [at, head] of heads.entries()) {
      const cell = row[at] ?? null
      const place = `r="${head.name}${number}"`
      cells +=
        isRich(cell) && cell.formula !== undefined
          ? formulaXml(cell, placedFormula(cell.formula, sheet, index, sheets), head, place)
          : valueXml(cell, head, place)
    }
    if (cells !== '') piece += `<row r="${number}">${cells}</row>`
    if (piece.length < PIECE) continue
    yield piece
    piece = ''
  }
  yield piece
}

function headsOf({ columns, inputs = [] }: WorkbookSheet, styles: RowStyles): readonly Head[] {
  const open = new Set(inputs.flatMap(({ column, rows }) => (rows === undefined ? [column] : [])))
  return columns.map(({ key, type, input }, at) => {
    const name = columnName(at)
    const styleOf = (of: ColumnStyles): string => {
      const style = of.get(name)
      return style === undefined ? '' : ` s="${style}"`
    }
    const [own, text, words] = [styleOf(styles.own), styleOf(styles.text), styleOf(styles.words)]
    return { name, type, own, text, words, isOpen: open.has(key) || input !== undefined }
  })
}

function valueXml(cell: Cell, { type, own, text, isOpen }: Head, place: string): string {
  const isWords = isRich(cell) && cell.type === 'text'
  const attributes = `${place}${isWords ? text : own}`
  const value = toCell(plain(cell), isWords ? 'text' : type)
  if (value === null) return isOpen ? `<c ${attributes}/>` : ''
  if (value instanceof Date) return `<c ${attributes}><v>${serialOf(value)}</v></c>`
  if (typeof value === 'number') return Number.isFinite(value) ? `<c ${attributes}><v>${value}</v></c>` : ''
  return `<c ${attributes} t="inlineStr"><is><t xml:space="preserve">${sheetText(String(value))}</t></is></c>`
}

/** Without a result a program computes it when it opens the file. */
function formulaXml(cell: RichCell, formula: string, { type, own, words }: Head, place: string): string {
  const isText = (cell.type ?? type) === 'text'
  const attributes = `${place}${isText ? words : own}`
  const value = toCell(cell.value, isText ? 'text' : type)
  const f = `<f>${escapeXml(formula)}</f>`
  if (value === null) return `<c ${attributes}>${f}</c>`
  if (value instanceof Date) return `<c ${attributes}>${f}<v>${serialOf(value)}</v></c>`
  if (typeof value === 'number') return `<c ${attributes}>${f}<v>${value}</v></c>`
  return `<c ${attributes} t="str">${f}<v>${sheetText(String(value))}</v></c>`
}

/** A text as a cell's markup has it: what a reader would take for a character's number is written as one. */
function sheetText(text: string): string {
  return escapeXml(text.replace(/_(?=x[\dA-Fa-f]{4}_)/g, '_x005F_'))
}
