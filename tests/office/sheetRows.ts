import { attribute } from './workbookParts'

/** A row of a worksheet's XML: its number, its other attributes as they are written, its cells from left to right. */
export interface SheetRow {
  readonly number: number
  readonly attributes: string
  readonly cells: readonly SheetCell[]
}

export interface SheetCell {
  /** `B` */
  readonly column: string
  /** Index of its style, as written. */
  readonly style: string | null
  /** `s`, `str`, `inlineStr`, `b`, `e`; null for a number and an empty cell. */
  readonly type: string | null
  /** What stands between its tags: formula and value. */
  readonly content: string
}

const SHEET_DATA = /<sheetData\s*\/>|<sheetData>([\s\S]*?)<\/sheetData>/
const ROW = /<row\b([^>]*?)(?:\/>|>([\s\S]*?)<\/row>)/g
const CELL = /<c\b([^>]*?)(?:\/>|>([\s\S]*?)<\/c>)/g

/** The XML of a worksheet with its rows put through `change`. Throws for rows and cells that do not say where they are. */
export function changeRows(xml: string, change: (rows: readonly SheetRow[]) => readonly SheetRow[]): string {
  const found = SHEET_DATA.exec(xml)
  if (found === null) throw new Error('the worksheet has no sheetData')
  const rows = [...(found[1] ?? '').matchAll(ROW)].map(([, attributes = '', cells = '']) =>
    readRow(attributes, cells),
  )
  return xml.replace(SHEET_DATA, () => `<sheetData>${change(rows).map(rowXml).join('')}</sheetData>`)
}

/** 1 for `A`, 27 for `AA`. */
export function columnNumber(column: string): number {
  return [...column].reduce((number, letter) => number * 26 + letter.charCodeAt(0) - 64, 0)
}

function readRow(attributes: string, cells: string): SheetRow {
  return {
    number: Number(needed(attributes, 'r')),
    // Which columns a row spans is only a hint, and wrong once a cell is added.
    attributes: attributes.replace(/\s(?:r|spans)="[^"]*"/g, ''),
    cells: [...cells.matchAll(CELL)].map(([, words = '', content = '']) => ({
      column: needed(words, 'r').replace(/\d+$/, ''),
      style: attribute(words, 's'),
      type: attribute(words, 't'),
      content,
    })),
  }
}

function rowXml({ number, attributes, cells }: SheetRow): string {
  return `<row r="${number}"${attributes}>${cells.map((cell) => cellXml(cell, number)).join('')}</row>`
}

function cellXml({ column, style, type, content }: SheetCell, row: number): string {
  const words = [
    `r="${column}${row}"`,
    ...(style === null ? [] : [`s="${style}"`]),
    ...(type === null ? [] : [`t="${type}"`]),
  ]
  return `<c ${words.join(' ')}>${content}</c>`
}

function needed(words: string, name: string): string {
  const value = attribute(words, name)
  if (value === null) throw new Error(`a row or a cell has no ${name}: ${words}`)
  return value
}
