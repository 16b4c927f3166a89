import { writeOpenDocument } from '../../fixtures/workbooks/writeOpenDocument'
import { writeSpreadsheetMl } from '../../fixtures/workbooks/writeSpreadsheetMl'
import type { SketchedWorkbook } from '../../fixtures/workbooks/SketchedWorkbook'
import { writeXlsb } from '../../fixtures/workbooks/writeXlsb'
import type { ListSheet } from './HonestList'
import { mergedAreas } from './mergedAreas'
import type { OtherWorkbookSpelling } from './Writing'

/** A workbook in one of the formats that are neither .xlsx nor .xls. */
export function writeOther(sheets: readonly ListSheet[], spelling: OtherWorkbookSpelling): Uint8Array {
  const workbook: SketchedWorkbook = {
    is1904: spelling.is1904,
    isUncalculated: spelling.recalculates,
    sheets: sheets.map((sheet) => ({
      name: sheet.name,
      rows: sheet.rows.map(({ cells }) => cells),
      visibility: sheet.visibility,
      merges: mergedAreas(sheet).map(([top, bottom, column]) => [top, bottom, column, column] as const),
      hiddenRows: sheet.rows.flatMap(({ isHidden }, row) => (isHidden === true ? [row] : [])),
    })),
  }
  switch (spelling.format) {
    case 'xlsb':
      return writeXlsb(workbook, spelling)
    case 'ods':
      return writeOpenDocument(workbook, spelling)
    case 'fods':
      return writeOpenDocument(workbook, { ...spelling, isFlat: true })
    case 'xml':
      return writeSpreadsheetMl(workbook)
  }
}
