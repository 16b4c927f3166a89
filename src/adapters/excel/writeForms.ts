import type { Cell, WriteSheet } from 'hucre/xlsx'
import { GRID_COLUMNS, hasStrokes, type FormCell, type FormSheet } from '../../application/forms/FormPage'
import { isRich, type CellType } from '../../application/tables/TableSpec'
import { freeSheetName } from '../../application/workbook/freeSheetName'
import { formStyle } from './formStyles'
import { columnName, quoted } from './sheetAddresses'
import { shapeOf, strokesPng } from './strokesPng'
import { toCell } from './toSheet'
import { writeXlsx } from './writeXlsx'

/** Columns are as wide as so many digits of it, and every office program has one of its widths. Cells have their own. */
const MEASURING_FONT = { name: 'Arial', size: 11 }
/** In digits of that font: 24 columns go across a sheet of A4 even with the widest letters that may stand in for it. */
const COLUMN_WIDTH: Readonly<Record<FormSheet['orientation'], number>> = { portrait: 3.3, landscape: 4.75 }

/** The bytes of an .xlsx with a sheet for each form, ready to be printed on A4, its pages broken where the form's are. */
export function writeForms(forms: readonly FormSheet[]): Promise<Uint8Array> {
  const taken = new Set<string>()
  const sheets = forms.map((form) => toSheet(form, freeSheetName(form.name, taken)))
  return writeXlsx({
    sheets,
    namedRanges: sheets.map(({ name, rows = [] }) => ({
      name: '_xlnm.Print_Area',
      scope: name,
      range: `${quoted(name)}!$A$1:$${columnName(GRID_COLUMNS - 1)}$${rows.length}`,
    })),
    defaultFont: MEASURING_FONT,
  })
}

function toSheet({ orientation, pages }: FormSheet, name: string): WriteSheet {
  const rows = pages.flatMap((page) => page.rows)
  const cells = new Map<string, Partial<Cell>>()
  const merges: NonNullable<WriteSheet['merges']> = []
  const images: NonNullable<WriteSheet['images']> = []
  for (const [row, { cells: own, height }] of rows.entries())
    for (const cell of own) {
      const end = cell.from + cell.span - 1
      for (const [column, written] of writtenCells(cell)) cells.set(`${row},${column}`, written)
      if (cell.span > 1) merges.push({ startRow: row, startCol: cell.from, endRow: row, endCol: end })
      if (hasStrokes(cell.content)) images.push(imageOf(cell, row, height, COLUMN_POINTS[orientation]))
    }
  return {
    name,
    columns: Array.from({ length: GRID_COLUMNS }, () => ({ width: COLUMN_WIDTH[orientation] })),
    rows: rows.map(() => []),
    cells,
    merges,
    rowDefs: new Map(rows.map(({ height }, row) => [row, { height }] as const)),
    rowBreaks: breaksOf(pages),
    ...(images.length > 0 && { images }),
    pageSetup: {
      paperSize: 'a4',
      orientation,
      scale: 100,
      horizontalCentered: true,
      margins: { left: 0.25, right: 0.25, top: 0.5, bottom: 0.6, header: 0.3, footer: 0.3 },
    },
    headerFooter: { oddFooter: '&L&A&R&P / &N' },
  }
}

/** The cell itself and those merged with it: rules are drawn cell by cell. */
function* writtenCells(cell: FormCell): Generator<readonly [number, Partial<Cell>]> {
  const { content, from, span } = cell
  const rich = !hasStrokes(content) && isRich(content) ? content : { value: null }
  const type: CellType = rich.type ?? 'text'
  const style = formStyle(cell, type)
  const plain = hasStrokes(content) ? null : isRich(content) ? content.value : content
  yield [from, { value: toCell(plain, type), style }]
  for (let column = from + 1; column < from + span; column++) yield [column, { value: null, style }]
}

/** The last row of every page but the last one. */
function breaksOf(pages: FormSheet['pages']): number[] {
  let row = 0
  return pages.slice(0, -1).map(({ rows }) => (row += rows.length) - 1)
}

/** The width that a column comes to, in points. */
const COLUMN_POINTS: Readonly<Record<FormSheet['orientation'], number>> = { portrait: 19.5, landscape: 28.5 }

/** A signature over as many columns as it is wide: the library stretches a picture to the cells it lies on. */
function imageOf(
  { content, from, span }: FormCell,
  row: number,
  height: number,
  column: number,
): NonNullable<WriteSheet['images']>[number] {
  const strokes = hasStrokes(content) ? content.strokes : []
  const columns = Math.min(span, Math.ceil((shapeOf(strokes) * height) / column))
  return {
    data: strokesPng(strokes, (columns * column) / height),
    type: 'png',
    anchor: { from: { row, col: from }, to: { row: row + 1, col: from + columns } },
  }
}
