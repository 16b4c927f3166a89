import { isRich, type Cell, type CellType } from '../../application/tables/TableSpec'
import type { WorkbookSheet } from '../../application/workbook/WorkbookSheet'
import { packPieces } from '../archive/packPieces'
import { contentOf, replacePacked } from '../archive/replacePacked'
import { rowsXml, type ColumnStyles, type RowStyles, type Sheets } from './rowsXml'

/** Rows of a list that is written row by row. The library keeps an object for each cell, and the text of all sheets. */
const LONG = 1_000

/** The sheets that are long lists: their rows are written by `withRows`. A list with links to other sheets is none. */
export function longSheets(sheets: readonly WorkbookSheet[], byKey: Sheets): ReadonlySet<WorkbookSheet> {
  return new Set(sheets.filter((sheet) => isLong(sheet, byKey)))
}

function isLong({ isList, columns, rows }: WorkbookSheet, sheets: Sheets): boolean {
  if (!isList || rows.length <= LONG) return false
  for (const row of rows)
    if (!row.every((cell, at) => isWritten(cell, columns[at]?.type, sheets))) return false
  return true
}

/** A value, words in place of one, or a formula. */
function isWritten(cell: Cell, ofColumn: CellType | undefined, sheets: Sheets): boolean {
  if (!isRich(cell)) return true
  const { goesTo, isInput, type = 'text' } = cell
  const isOfColumn = cell.formula !== undefined && type === ofColumn
  return (isOfColumn || type === 'text') && isInput !== true && !(goesTo && sheets.has(goesTo.sheet))
}

/** The rows that such a sheet is written with at first, without values, for their styles: the columns' own, that of words, that of words by a formula. */
export function styleRows({ columns }: WorkbookSheet): WorkbookSheet['rows'] {
  return [
    columns.map(() => null),
    columns.map(() => ({ value: null, type: 'text' })),
    columns.map(() => ({ value: '', type: 'text', formula: '""' })),
  ]
}

/** The workbook with the rows of its long sheets, in place of those that each has for its styles. */
export async function withRows(
  workbook: Uint8Array,
  sheets: readonly WorkbookSheet[],
  long: ReadonlySet<WorkbookSheet>,
  byKey: Sheets,
): Promise<Uint8Array> {
  let written = workbook
  for (const [index, sheet] of sheets.entries()) {
    if (!long.has(sheet)) continue
    const part = `xl/worksheets/sheet${index + 1}.xml`
    const xml = new TextDecoder().decode(contentOf(written, part))
    written = replacePacked(written, part, await packPieces(partOf(xml, sheet, byKey)))
  }
  return written
}

/** The sheet's part, piece by piece. Throws where the library wrote no row of styles. */
function* partOf(xml: string, sheet: WorkbookSheet, byKey: Sheets): Generator<string> {
  const begin = xml.indexOf('<row r="2"')
  const end = xml.indexOf('</sheetData>')
  if (begin === -1 || end < begin) throw new Error(`sheet ${sheet.name} has no row of styles`)
  const styled = xml.slice(begin, end)
  const styles: RowStyles = {
    own: stylesIn(styled, 2),
    text: stylesIn(styled, 3),
    words: stylesIn(styled, 4),
  }
  const last = sheet.rows.length + 1
  yield xml.slice(0, begin).replace(/(<dimension ref="A1:[A-Z]+)4"/, `$1${last}"`)
  yield* rowsXml(sheet, styles, byKey)
  yield xml.slice(end)
}

/** The styles of a row's cells, by column name. */
function stylesIn(rows: string, row: number): ColumnStyles {
  const cells = rows.matchAll(new RegExp(`<c r="([A-Z]+)${row}" s="(\\d+)"`, 'g'))
  return new Map([...cells].map(([, column, style]) => [column, style]))
}
