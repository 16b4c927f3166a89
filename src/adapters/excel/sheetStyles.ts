import type { CellStyle } from 'hucre/xlsx'
import type { CellType } from '../../application/tables/TableSpec'
import type { ColourLook } from '../../application/workbook/WorkbookSheet'

export const FONT = { name: 'Microsoft YaHei', size: 11 }

export const HEADER: CellStyle = {
  font: { ...FONT, bold: true, color: { rgb: 'FFFFFF' } },
  fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: '1F4E5F' } },
  alignment: { vertical: 'center', wrapText: true },
}

/** What a click leads somewhere by. */
export const LINK: CellStyle = { font: { ...FONT, underline: true, color: { rgb: '1F4E9F' } } }

/** Texts to read whole, rather than cells of a list. */
export const WRAPPED: CellStyle = { alignment: { vertical: 'top', wrapText: true } }

/** What the reader fills in. */
export const INPUT: CellStyle = {
  fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'FFF8DC' } },
  protection: { locked: false },
}

export const FORMATS: Readonly<Record<CellType, string>> = {
  text: '@',
  integer: '0',
  yuan: '#,##0.00',
  percent: '0.00%',
  decimal: '#,##0.##',
  number: 'General',
  date: 'yyyy-mm-dd',
  instant: 'yyyy-mm-dd hh:mm:ss',
}

export const LOOKS: Readonly<Record<ColourLook, CellStyle>> = {
  unmet: filled('F8C9C4'),
  undetermined: filled('FFE8B0'),
  met: filled('D5EBD3'),
  quiet: { font: { color: { rgb: '7A7A7A' } } },
}

function filled(rgb: string): CellStyle {
  return { fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb }, bgColor: { rgb } } }
}
