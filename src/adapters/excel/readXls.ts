import { read } from 'xlsx'
import type { RosterFile, SheetsOfFile } from '../../application/spreadsheetPort'
import { refusedFile } from './fileProblem'
import { workbookTables } from './workbookTables'

/** The sheets of an .xls (BIFF8), by SheetJS. A compound file that holds an encrypted .xlsx is protected. */
export function readXls(file: RosterFile): SheetsOfFile {
  try {
    const workbook = read(file.bytes, {
      dense: true,
      cellText: false,
      cellNF: true,
      cellHTML: false,
      UTC: true,
    })
    return { tables: workbookTables(workbook, file.name), problems: [] }
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    return refusedFile(file.name, codeOf(reason), reason)
  }
}

/** SheetJS has no error codes: its words are all there is to tell by. */
function codeOf(reason: string): string {
  if (reason.includes('password-protected')) return 'file_protected'
  return reason.includes('Cannot find Workbook stream') ? 'file_not_spreadsheet' : 'file_unreadable'
}
