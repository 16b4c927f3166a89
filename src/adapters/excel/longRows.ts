import { isRich, type Cell } from '../../application/tables/TableSpec'
import type { WorkbookSheet } from '../../application/workbook/WorkbookSheet'
import { packPieces } from '../archive/packPieces'
import { contentOf, replacePacked } from '../archive/replacePacked'
import { rowsXml, type ColumnStyles } from './rowsXml'

/** Rows of a list that is written row by row. The library keeps an object for each cell, and the text of all sheets. */
const LONG = 1_000

/** Whether a sheet is a long list of values alone: its rows are written by `withRows`. */
export function isLong({ isList, rows }: WorkbookSheet): boolean {
  if (!isList || rows.length <= LONG) return false
  for (const row of rows) if (!row.every(isValue)) return false
  return true
}

/** A value, or words in place of one. */
function isValue(cell: Cell): boolean {
  if (!isRich(cell)) return true
  const { formula, goesTo, isInput, type = 'text' } = cell
  return formula === undefined && goesTo === undefined && isInput !== true && type === 'text'
}

/** The rows that such a sheet is written with at first, without values: one has the columns' styles, the other those of words. */
export function styleRows({ columns }: WorkbookSheet): WorkbookSheet['rows'] {
  return [columns.map(() => null), columns.map(() => ({ value: null, type: 'text' }))]
}

/** The workbook with the rows of its long sheets (see `isLong`), in place of the one that each has. */
export async function withRows(
  workbook: Uint8Array,
  sheets: readonly WorkbookSheet[],
  long: ReadonlySet<WorkbookSheet>,
): Promise<Uint8Array> {
  let written = workbook
  for (const [index, sheet] of sheets.entries()) {
    if (!long.has(sheet)) continue
    const part = `xl/worksheets/sheet${index + 1}.xml`
    const xml = new TextDecoder().decode(contentOf(written, part))
    written = replacePacked(written, part, await packPieces(partOf(xml, sheet)))
  }
  return written
}

/** The sheet's part, piece by piece. Throws where the library wrote no row of styles. */
function* partOf(xml: string, sheet: WorkbookSheet): Generator<string> {
  const begin = xml.indexOf('<row r="2"')
  const end = xml.indexOf('</sheetData>')
  if (begin === -1 || end < begin) throw new Error(`sheet ${sheet.name} has no row of styles`)
  const styled = xml.slice(begin, end)
  const last = sheet.rows.length + 1
  yield xml.slice(0, begin).replace(/(<dimension ref="A1:[A-Z]+)3"/, `$1${last}"`)
  yield* rowsXml(sheet, { own: stylesIn(styled, 2), text: stylesIn(styled, 3) })
  yield xml.slice(end)
}

/** The styles of a row's cells, by column name. */
function stylesIn(rows: string, row: number): ColumnStyles {
  const cells = rows.matchAll(new RegExp(`<c r="([A-Z]+)${row}" s="(\\d+)"`, 'g'))
  return new Map([...cells].map(([, column, style]) => [column, style]))
}
