import type { WriteOptions } from 'hucre/xlsx'
import type { WorkbookSheet } from '../../application/workbook/WorkbookSheet'
import { longSheets, styleRows, withRows } from './longRows'
import { columnName, printedColumns, quoted, rangeOfName } from './sheetAddresses'
import { FONT } from './sheetStyles'
import { CHART_ROWS } from './toChart'
import { toSheet } from './toSheet'
import { writeXlsx } from './writeXlsx'

/** Custom properties of the file, by name. */
export type WorkbookProperties = Readonly<Record<string, string>>

/** The bytes of an .xlsx: its sheets, the names that formulas and programs know their cells by, and properties of its own. */
export async function writeWorkbook(
  sheets: readonly WorkbookSheet[],
  properties: WorkbookProperties = {},
): Promise<Uint8Array> {
  const byKey = new Map(
    sheets.flatMap((sheet) => (sheet.key === undefined ? [] : [[sheet.key, sheet] as const])),
  )
  const long = longSheets(sheets, byKey)
  const workbook = await writeXlsx({
    sheets: sheets.map((sheet) => toSheet(sheet, byKey, long.has(sheet) ? styleRows(sheet) : sheet.rows)),
    namedRanges: [...filterNames(sheets), ...printNames(sheets), ...ownNames(sheets)],
    defaultFont: FONT,
    ...(Object.keys(properties).length > 0 && { properties: { custom: { ...properties } } }),
  })
  return withRows(workbook, sheets, long, byKey)
}

type NamedRanges = NonNullable<WriteOptions['namedRanges']>

/** The names without which LibreOffice does not show a sheet's filter; Excel keeps the same by itself. */
export function filterNames(sheets: readonly WorkbookSheet[]): NamedRanges {
  return sheets
    .filter(({ isList }) => isList)
    .map(({ name, columns, rows }) => {
      const corner = `$${columnName(columns.length - 1)}$${rows.length + 1}`
      return { name: '_xlnm._FilterDatabase', scope: name, range: `${quoted(name)}!$A$1:${corner}` }
    })
}

/** What is printed, and the row repeated on each page: by name, since the library's own way does not quote the sheet's name. */
function printNames(sheets: readonly WorkbookSheet[]): NamedRanges {
  return sheets.flatMap((sheet) => {
    const { name, rows, isHidden, charts = [] } = sheet
    if (isHidden === true) return []
    const last = rows.length + 1 + charts.length * CHART_ROWS
    const corner = `$${columnName(printedColumns(sheet).length - 1)}$${last}`
    return [
      { name: '_xlnm.Print_Area', scope: name, range: `${quoted(name)}!$A$1:${corner}` },
      { name: '_xlnm.Print_Titles', scope: name, range: `${quoted(name)}!$1:$1` },
    ]
  })
}

function ownNames(sheets: readonly WorkbookSheet[]): NamedRanges {
  return sheets.flatMap((sheet) =>
    (sheet.names ?? []).map((named) => ({ name: named.name, range: rangeOfName(sheet, named) })),
  )
}
