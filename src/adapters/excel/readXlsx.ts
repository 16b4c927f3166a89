import type { RosterFile, SheetsOfFile } from '../../application/roster/spreadsheetPort'
import { refusedFile } from './fileProblem'
import { parseParts } from './parseParts'
import { sheetOutOfBounds } from './sheetOutOfBounds'
import { workbookTables } from './workbookTables'

/** The sheets of an .xlsx, of its unpacked and checked parts, parsed by SheetJS. */
export function readXlsx(file: RosterFile, parts: ReadonlyMap<string, Uint8Array>): SheetsOfFile {
  try {
    const workbook = parseParts(parts)
    // SheetJS omits a sheet that it cannot parse, without an error.
    const lost =
      workbook.SheetNames.find((name) => workbook.Sheets[name] === undefined) ?? sheetOutOfBounds(workbook)
    if (lost !== null) return refusedFile(file.name, 'sheet_unreadable', lost)
    return { tables: workbookTables(workbook, file.name), problems: [] }
  } catch (error) {
    return refusedFile(file.name, 'file_unreadable', error instanceof Error ? error.message : String(error))
  }
}
