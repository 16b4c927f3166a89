import { readSheets } from '../../../src/adapters/excel/readSheets'
import { writeWorkbook } from '../../../src/adapters/excel/writeWorkbook'
import type { WorkbookSheet } from '../../../src/application/workbook/WorkbookSheet'
import { cellText } from '../../../src/domain/roster/cellText'

/** The rows of written sheets by header, as the file has them, by sheet; a blank cell is left out. */
export async function readXlsxRows(
  sheets: readonly WorkbookSheet[],
): Promise<Readonly<Record<string, readonly Readonly<Record<string, string>>[]>>> {
  const { tables } = readSheets({ name: 'form.xlsx', bytes: await writeWorkbook(sheets) })
  return Object.fromEntries(
    tables.map(({ sheet, rowCount, columnCount, cell }) => {
      const at = (row: number, column: number) => cellText(cell(row, column))
      const rows = Array.from({ length: rowCount - 1 }, (_, index) =>
        Object.fromEntries(
          Array.from(
            { length: columnCount },
            (_, column) => [at(0, column), at(index + 1, column)] as const,
          ).filter((pair): pair is [string, string] => pair[0] !== null && pair[1] !== null),
        ),
      )
      return [sheet, rows] as const
    }),
  )
}
