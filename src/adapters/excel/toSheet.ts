import type { Cell, CellStyle, CellValue, ConditionalRule, DataValidation, WriteSheet } from 'hucre/xlsx'
import {
  isRich,
  type Cell as TableCell,
  type CellType,
  type ColumnHead,
  type PlainCell,
  type RichCell,
} from '../../application/tables/TableSpec'
import { numberedRows } from '../../application/workbook/SheetRows'
import type { SheetInput, WorkbookSheet } from '../../application/workbook/WorkbookSheet'
import { excelText } from './excelText'
import { columnName, placedFormula, printedColumns, quoted } from './sheetAddresses'
import { toChart } from './toChart'
import { FORMATS, HEADER, INPUT, LINK, LOOKS, WRAPPED } from './sheetStyles'

type Sheets = ReadonlyMap<string, WorkbookSheet>

/** A sheet in the writing library's form: styled frozen header, filter, widths, real numbers and dates, formulas with their results. `written`: the rows to write now. */
export function toSheet(
  sheet: WorkbookSheet,
  sheets: Sheets = new Map(),
  written: WorkbookSheet['rows'] = sheet.rows,
): WriteSheet {
  const { name, columns, rows, isList, isHidden, colours = [], charts = [] } = sheet
  const lastColumn = columnName(columns.length - 1)
  const header = columns.map(({ label }) => label)
  const whole = `A1:${lastColumn}${rows.length + 1}`
  const inputs = inputsOf(sheet)
  const open = new Set(inputs.filter((each) => each.rows === undefined).map(({ column }) => column))
  const validations = inputs.flatMap((input) => validationsOf(input, sheet))
  const isProtected = sheet.inputs !== undefined
  return {
    name,
    columns: columns.map(({ key, width, type }) => ({
      width,
      style: { numFmt: FORMATS[type], ...(open.has(key) && INPUT), ...(!isList && WRAPPED) },
    })),
    rows: [
      header,
      ...Array.from(written, (row) =>
        row.map((cell, at) => toCell(plain(cell), typeOf(cell, columns[at]?.type))),
      ),
    ],
    cells: new Map<string, Partial<Cell>>([
      ...header.map((value, at) => [`0,${at}`, { value, type: 'string', style: HEADER }] as const),
      ...richCells({ ...sheet, rows: written }, sheets),
    ]),
    rowDefs: new Map(rowHeights(sheet)),
    ...(validations.length > 0 && { dataValidations: validations }),
    ...(colours.length > 0 && rows.length > 0 && { conditionalRules: rulesOf(sheet) }),
    ...(isHidden === true && { hidden: true }),
    ...(isList && {
      freezePane: { rows: 1, columns: 1 },
      autoFilter: { range: whole },
    }),
    ...(isProtected && PROTECTED),
    ...(charts.length > 0 && { charts: charts.map((chart, nth) => toChart(chart, nth, sheet)) }),
    pageSetup: {
      paperSize: 'a4',
      orientation: 'landscape',
      fitToPage: true,
      fitToWidth: pagesAcross(sheet),
      fitToHeight: 0,
      margins: { left: 0.4, right: 0.4, top: 0.5, bottom: 0.6, header: 0.3, footer: 0.3 },
    },
    headerFooter: { oddFooter: '&L&A&R&P / &N' },
  }
}

/** Points of a line of text. */
const LINE_HEIGHT = 16

/** The header's height; and of rows to read whole, that of all their lines: not every program finds it by itself. */
function* rowHeights({ columns, rows, isList }: WorkbookSheet): Generator<[number, { height: number }]> {
  yield [0, { height: columns.some(isTwoLines) ? 38 : 24 }]
  if (isList) return
  for (const [index, row] of numberedRows(rows)) {
    const lines = row.map((cell, at) =>
      Math.ceil(widthOf(String(plain(cell) ?? '')) / ((columns[at]?.width ?? 1) - 1)),
    )
    const most = Math.max(1, ...lines)
    if (most > 1) yield [index + 1, { height: most * LINE_HEIGHT }]
  }
}

/** A header longer than its column is broken. */
function isTwoLines({ label, width }: ColumnHead): boolean {
  return widthOf(label) > width
}

/** In characters of the default font; a Chinese character takes two. */
function widthOf(text: string): number {
  return text.length + (text.match(/[\u2e80-\uffff]/g)?.length ?? 0)
}

/** What of a page's width can be read: a wider table goes over several pages. */
const READABLE_WIDTH = 220

function pagesAcross(sheet: WorkbookSheet): number {
  const width = printedColumns(sheet).reduce((sum, column) => sum + column.width, 0)
  return Math.max(1, Math.ceil(width / READABLE_WIDTH))
}

/** No password: it keeps slips out, not people. Filters, widths and sorting stay. */
const PROTECTED: Pick<WriteSheet, 'protection'> = {
  protection: { sheet: true, autoFilter: true, sort: true, formatColumns: true, formatRows: true },
}

/** What the sheet says of its inputs, and what its columns do. */
function inputsOf({ columns, inputs = [] }: WorkbookSheet): readonly SheetInput[] {
  const own = columns.flatMap(({ key, input }) => (input === undefined ? [] : [{ column: key }]))
  return [...own, ...inputs]
}

function validationsOf(
  { column, rows: part, choices, hint }: SheetInput,
  sheet: WorkbookSheet,
): DataValidation[] {
  const at = sheet.columns.findIndex(({ key }) => key === column)
  const [first, last] = part ?? [0, sheet.rows.length - 1]
  const listed = sheet.columns[at]?.input?.choices ?? []
  if (at === -1 || last < first || (choices === undefined && listed.length === 0 && hint === undefined))
    return []
  const name = columnName(at)
  const range = `${name}${first + 2}:${name}${last + 2}`
  const told = hint === undefined ? {} : { showInputMessage: true, inputMessage: hint }
  if (choices === undefined && listed.length === 0)
    return [{ type: 'custom', formula1: 'TRUE', allowBlank: true, range, ...told }]
  const list = choices === undefined ? { values: [...listed] } : { formula1: choices }
  return [{ type: 'list', ...list, allowBlank: true, showErrorMessage: true, range, ...told }]
}

function rulesOf({ columns, rows, colours = [] }: WorkbookSheet): ConditionalRule[] {
  return colours.flatMap(({ columns: coloured, when, look }, index) =>
    coloured.map((key) => {
      const name = columnName(columns.findIndex((column) => column.key === key))
      const formula = when.replace(
        /\[(\w+)\]/g,
        (_, other: string) => `$${columnName(columns.findIndex((column) => column.key === other))}2`,
      )
      const range = `${name}2:${name}${rows.length + 1}`
      return { type: 'expression', priority: index + 1, formula, style: LOOKS[look], range } as const
    }),
  )
}

/** Cells with more than a value, by row and column. */
function* richCells(sheet: WorkbookSheet, sheets: Sheets): Generator<readonly [string, Partial<Cell>]> {
  const { columns, rows } = sheet
  for (const [row, cells] of numberedRows(rows))
    for (const [at, cell] of cells.entries()) {
      const column = columns[at]
      if (column === undefined || !isRich(cell)) continue
      yield [`${row + 1},${at}`, richCell(cell, column.type, sheet, row, sheets)]
    }
}

function richCell(
  cell: RichCell,
  type: CellType,
  sheet: WorkbookSheet,
  row: number,
  sheets: Sheets,
): Partial<Cell> {
  const own = cell.type ?? type
  const value = toCell(cell.value, own)
  // A formula in a cell of the format 'text' would be shown, not computed, once somebody edits it.
  const numFmt = cell.formula !== undefined && own === 'text' ? 'General' : FORMATS[own]
  const link = cell.goesTo && sheets.get(cell.goesTo.sheet)
  const style: CellStyle = {
    numFmt,
    ...(cell.isInput === true && INPUT),
    ...(link !== undefined && LINK),
    ...(!sheet.isList && WRAPPED),
  }
  return {
    value,
    style,
    ...(cell.formula !== undefined && {
      formula: placedFormula(cell.formula, sheet, row, sheets),
      // Without a result a program computes it when it opens the file.
      ...(value !== null && { formulaResult: value }),
      type: 'formula' as const,
    }),
    ...(link !== undefined && {
      hyperlink: { target: '', location: `${quoted(link.name)}!A${(cell.goesTo?.row ?? 0) + 2}` },
    }),
  }
}

export function plain(cell: TableCell): PlainCell {
  return isRich(cell) ? cell.value : cell
}

export function typeOf(cell: TableCell, type: CellType | undefined): CellType | undefined {
  return isRich(cell) ? (cell.type ?? type) : type
}

/** A value as the file holds it. */
export function toCell(cell: PlainCell, type: CellType | undefined): CellValue {
  if (cell === null || type === undefined) return null
  switch (type) {
    case 'date':
      return new Date(`${String(cell)}T00:00:00Z`)
    case 'instant':
      return shanghaiTime(String(cell))
    case 'text':
      return excelText(String(cell))
    case 'integer':
    case 'yuan':
    case 'percent':
    case 'decimal':
    case 'number':
      return cell
  }
}

/** A workbook has no time zones: the clock of the county, China's single one, is what its readers expect. */
function shanghaiTime(instant: string): Date {
  return new Date(Date.parse(instant) + 8 * 3600 * 1000)
}
