import type { ReadSheets, RosterFile, SheetsOfFile } from '../../application/roster/spreadsheetPort'
import { refusedFile } from './fileProblem'
import { readArchive } from './readArchive'
import { readOpenDocument } from './readOpenDocument'
import { readSpreadsheetMl } from './readSpreadsheetMl'
import { readText } from './readText'
import { readXls } from './readXls'
import { sniffFormat, type UnreadSpreadsheet } from './sniffFormat'

/** Reads the sheets of a workbook or a CSV file, by its bytes. Never throws: an unreadable file is a problem. */
export const readSheets: ReadSheets = (file) => {
  const sheets = readByFormat(file)
  const isEmpty = sheets.problems.length === 0 && sheets.tables.every((table) => table.rowCount === 0)
  return isEmpty ? refusedFile(file.name, 'file_empty') : sheets
}

function readByFormat(file: RosterFile): SheetsOfFile {
  const format = sniffFormat(file.bytes)
  switch (format) {
    case 'empty':
      return refusedFile(file.name, 'file_empty')
    case 'html':
      return refusedFile(file.name, 'file_is_html')
    case 'xml':
      return refusedFile(file.name, 'file_is_xml')
    case 'foreign':
      return refusedFile(file.name, 'file_not_spreadsheet')
    case 'zip':
      return readArchive(file)
    case 'spreadsheetml':
      return readSpreadsheetMl(file)
    case 'fods':
      return readOpenDocument(file, [[null, file.bytes]])
    case 'compound':
    case 'biff':
      return readXls(file)
    case 'text':
      return readText(file)
    default:
      return refusedFile(file.name, 'file_format_unsupported', UNREAD[format])
  }
}

/** The names of these formats for users. */
const UNREAD: Readonly<Record<UnreadSpreadsheet, string>> = {
  lotus: 'Lotus 1-2-3',
  uof: 'UOF',
  mht: 'MHTML',
  sylk: 'SYLK',
  dif: 'DIF',
  dbase: 'dBASE',
}
