import type { Cell, CellStyle, CellValue, DataValidation, WriteOptions, WriteSheet } from 'hucre/xlsx'
import type {
  Cell as TableCell,
  CellType,
  ColumnHead,
  PlainCell,
  ComputedCell,
} from '../../application/tables/TableSpec'
import type { WorkbookSheet } from '../../application/workbook/WorkbookSheet'
import { excelText } from './excelText'
import { writeXlsx } from './writeXlsx'

export const FONT = { name: 'Microsoft YaHei', size: 11 }

const HEADER: CellStyle = {
  font: { ...FONT, bold: true, color: { rgb: 'FFFFFF' } },
  fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: '1F4E5F' } },
  alignment: { vertical: 'center', wrapText: true },
}

const FORMATS: Readonly<Record<CellType, string>> = {
  text: '@',
  integer: '0',
  yuan: '#,##0.00',
  percent: '0.00%',
  decimal: '#,##0.##',
  date: 'yyyy-mm-dd',
  instant: 'yyyy-mm-dd hh:mm:ss',
}

/** The bytes of an .xlsx: styled frozen header, filter, widths, real numbers and dates, text cells as text. */
export async function writeWorkbook(sheets: readonly WorkbookSheet[]): Promise<Uint8Array> {
  return writeXlsx({ sheets: sheets.map(toSheet), namedRanges: filterNames(sheets), defaultFont: FONT })
}

/** The names without which LibreOffice does not show a sheet's filter; Excel keeps the same by itself. */
export function filterNames(sheets: readonly WorkbookSheet[]): NonNullable<WriteOptions['namedRanges']> {
  return sheets
    .filter(({ isList }) => isList)
    .map(({ name, columns, rows }) => {
      const corner = `$${columnName(columns.length - 1)}$${rows.length + 1}`
      return {
        name: '_xlnm._FilterDatabase',
        scope: name,
        range: `'${name.replaceAll("'", "''")}'!$A$1:${corner}`,
      }
    })
}

/** A sheet in the writing library's form. */
export function toSheet({ name, columns, rows, isList }: WorkbookSheet): WriteSheet {
  const lastColumn = columnName(columns.length - 1)
  const header = columns.map(({ label }) => label)
  const inputs = columns.flatMap(({ input }, at) =>
    input === undefined || input.choices.length === 0 || rows.length === 0
      ? []
      : [validation(input, at, rows)],
  )
  return {
    name,
    columns: columns.map(({ width, type }) => ({ width, style: { numFmt: FORMATS[type] } })),
    rows: [header, ...rows.map((row) => row.map((cell, at) => toCell(plain(cell), columns[at])))],
    cells: new Map<string, Partial<Cell>>([
      ...header.map((value, at) => [`0,${at}`, { value, type: 'string', style: HEADER }] as const),
      ...computedCells(columns, rows),
    ]),
    rowDefs: new Map([[0, { height: 24 }]]),
    ...(inputs.length > 0 && { dataValidations: inputs }),
    ...(isList && {
      freezePane: { rows: 1, columns: 1 },
      autoFilter: { range: `A1:${lastColumn}${rows.length + 1}` },
    }),
  }
}

function plain(cell: TableCell): PlainCell {
  return isComputed(cell) ? cell.value : cell
}

function isComputed(cell: TableCell): cell is ComputedCell {
  return typeof cell === 'object' && cell !== null
}

/** Formulas with their results, by row and column. */
function* computedCells(
  columns: readonly ColumnHead[],
  rows: WorkbookSheet['rows'],
): Generator<readonly [place: string, cell: Partial<Cell>]> {
  const names = new Map(columns.map(({ key }, at) => [key, columnName(at)]))
  for (const [row, cells] of rows.entries())
    for (const [at, cell] of cells.entries()) {
      const column = columns[at]
      if (column === undefined || !isComputed(cell)) continue
      const value = toCell(cell.value, column)
      const formula = cell.formula.replace(/\[(\w+)\]/g, (text, key: string) => {
        const name = names.get(key)
        if (name === undefined) throw new Error(`a formula names no column of its table: ${text}`)
        return `${name}${row + 2}`
      })
      const style = { numFmt: FORMATS[column.type] }
      yield [`${row + 1},${at}`, { value, formula, formulaResult: value, type: 'formula', style }]
    }
}

/** A list to choose from, over the column's cells. */
function validation(
  { choices }: NonNullable<ColumnHead['input']>,
  at: number,
  rows: WorkbookSheet['rows'],
): DataValidation {
  const range = `${columnName(at)}2:${columnName(at)}${rows.length + 1}`
  return { type: 'list', values: [...choices], allowBlank: true, range }
}

function toCell(cell: PlainCell, column: ColumnHead | undefined): CellValue {
  if (cell === null || column === undefined) return null
  switch (column.type) {
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
      return cell
  }
}

/** A workbook has no time zones: the clock of the county, China's single one, is what its readers expect. */
function shanghaiTime(instant: string): Date {
  return new Date(Date.parse(instant) + 8 * 3600 * 1000)
}

/** `A`, `B` … `Z`, `AA` for 0, 1 … 25, 26. */
function columnName(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26))
  return index < 26 ? letter : columnName(Math.floor(index / 26) - 1) + letter
}
