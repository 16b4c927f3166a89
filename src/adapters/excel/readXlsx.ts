import type { RosterFile, SheetsOfFile } from '../../application/spreadsheetPort'
import { refusedFile } from './fileProblem'
import { parseParts } from './parseParts'
import { sheetOutOfBounds } from './sheetOutOfBounds'
import { unpackWorkbook } from './unpackWorkbook'
import { workbookTables } from './workbookTables'

/** The sheets of an .xlsx: unpacked and checked here, parsed by SheetJS. */
export function readXlsx(file: RosterFile): SheetsOfFile {
  const { parts, trouble } = unpackWorkbook(file.bytes)
  if (trouble !== null) return refusedFile(file.name, trouble.code, trouble.value, trouble.details)
  try {
    const workbook = parseParts(parts)
    // SheetJS leaves out a sheet that it cannot parse, without a word.
    const lost =
      workbook.SheetNames.find((name) => workbook.Sheets[name] === undefined) ?? sheetOutOfBounds(workbook)
    if (lost !== null) return refusedFile(file.name, 'sheet_unreadable', lost)
    return { tables: workbookTables(workbook, file.name), problems: [] }
  } catch (error) {
    return refusedFile(file.name, 'file_unreadable', error instanceof Error ? error.message : String(error))
  }
}
