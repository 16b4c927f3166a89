import { writeXlsx, type CellStyle, type CellValue, type WriteSheet } from 'hucre/xlsx'
import type { WorkbookCell, WorkbookColumn, WorkbookSheet } from '../../application/workbook/WorkbookSheet'
import { excelText } from './excelText'

export const FONT = { name: 'Microsoft YaHei', size: 11 }

const HEADER: CellStyle = {
  font: { ...FONT, bold: true, color: { rgb: 'FFFFFF' } },
  fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: '1F4E5F' } },
  alignment: { vertical: 'center', wrapText: true },
}

const FORMATS: Readonly<Record<WorkbookColumn['kind'], string>> = {
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
  return writeXlsx({ sheets: sheets.map(toSheet), defaultFont: FONT })
}

/** A sheet as the writing library takes it. */
export function toSheet({ name, columns, rows, isList }: WorkbookSheet): WriteSheet {
  const lastColumn = columnName(columns.length - 1)
  const header = columns.map((column) => column.header)
  return {
    name,
    columns: columns.map(({ width, kind }) => ({ width, style: { numFmt: FORMATS[kind] } })),
    rows: [header, ...rows.map((row) => row.map((cell, index) => toCell(cell, columns[index])))],
    cells: new Map(header.map((value, column) => [`0,${column}`, { value, type: 'string', style: HEADER }])),
    rowDefs: new Map([[0, { height: 24 }]]),
    ...(isList && {
      freezePane: { rows: 1, columns: 1 },
      autoFilter: { range: `A1:${lastColumn}${rows.length + 1}` },
    }),
  }
}

function toCell(cell: WorkbookCell, column: WorkbookColumn | undefined): CellValue {
  if (cell === null || column === undefined) return null
  switch (column.kind) {
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
