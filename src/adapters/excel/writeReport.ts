import type { CellStyle, WriteSheet } from 'hucre/xlsx'
import type { MarkedSheet, ProblemReport } from '../../application/workbook/problemReport'
import type { Severity } from '../../domain/shared/Problem'
import { excelText } from './excelText'
import { FONT } from './sheetStyles'
import { toSheet } from './toSheet'
import { filterNames } from './writeWorkbook'
import { writeXlsx } from './writeXlsx'

const FILLS: Readonly<Record<Severity, string>> = { error: 'F8B4B4', warning: 'FFE2A8', note: 'E3E7EA' }

/** The bytes of the report on an import: the problems, then the list's sheets as text with the problem cells filled. */
export async function writeReport({ problems, sheets }: ProblemReport): Promise<Uint8Array> {
  return writeXlsx({
    sheets: [toSheet(problems), ...sheets.map(markedSheet)],
    namedRanges: filterNames([problems]),
    defaultFont: FONT,
  })
}

function markedSheet({ name, rows, marks }: MarkedSheet): WriteSheet {
  const cells = new Map(
    marks.map(({ row, column, severity }) => {
      const value = excelText(rows[row]?.[column] ?? '')
      return [`${row},${column}`, { value, type: 'string' as const, style: styleOf(severity) }] as const
    }),
  )
  const width = rows.reduce((widest, row) => Math.max(widest, row.length), 0)
  return {
    name,
    columns: Array.from({ length: width }, () => ({ width: 14, style: { numFmt: '@' } })),
    rows: rows.map((row) => row.map((text) => (text === null ? null : excelText(text)))),
    cells,
  }
}

function styleOf(severity: Severity): CellStyle {
  return {
    font: FONT,
    numFmt: '@',
    fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: FILLS[severity] } },
  }
}
