import type { ReadSheets, RosterFile, SheetsOfFile } from '../../application/spreadsheetPort'
import { decodeText } from '../text/decodeText'
import { refusedFile } from './fileProblem'
import { readXls } from './readXls'
import { readXlsx } from './readXlsx'
import { sniffFormat } from './sniffFormat'
import { textTable } from './textTable'

/** Reads the sheets of an .xlsx, .xls or .csv file, told by its bytes. Never throws: an unreadable file is a problem. */
export const readSheets: ReadSheets = (file) => {
  const sheets = readByFormat(file)
  const isEmpty = sheets.problems.length === 0 && sheets.tables.every((table) => table.rowCount === 0)
  return isEmpty ? refusedFile(file.name, 'file_empty') : sheets
}

function readByFormat(file: RosterFile): SheetsOfFile {
  switch (sniffFormat(file.bytes)) {
    case 'empty':
      return refusedFile(file.name, 'file_empty')
    case 'html':
      return refusedFile(file.name, 'file_is_html')
    case 'xml':
      return refusedFile(file.name, 'file_is_xml')
    case 'foreign':
      return refusedFile(file.name, 'file_not_spreadsheet')
    case 'zip':
      return readXlsx(file)
    case 'compound':
    case 'biff':
      return readXls(file)
    case 'text':
      return readText(file)
  }
}

function readText(file: RosterFile): SheetsOfFile {
  const decoded = decodeText(file.bytes)
  if (decoded.ok) return { tables: [textTable(decoded.text, file.name)], problems: [] }
  const { encoding, line, offset } = decoded
  return refusedFile(file.name, 'text_damaged', encoding, { byte: offset + 1 }, line)
}
