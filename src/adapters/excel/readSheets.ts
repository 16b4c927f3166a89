import { read } from 'xlsx'
import type { RosterFile, SheetsOfFile } from '../../application/spreadsheetPort'
import { refusedFile } from './fileProblem'
import { sniffFormat } from './sniffFormat'
import { decodeText, textTable } from './textTable'
import { workbookTables } from './workbookTables'

/** Reads the sheets of an .xlsx, .xls or .csv file, told by its bytes. Never throws: an unreadable file is a problem. */
export function readSheets(file: RosterFile): SheetsOfFile {
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
    case 'compound':
    case 'biff':
      return readWorkbook(file)
    case 'text':
      return readText(file)
  }
}

function readText(file: RosterFile): SheetsOfFile {
  const text = decodeText(file.bytes)
  if (text === null) return refusedFile(file.name, 'text_encoding_unknown')
  return orEmpty(file.name, { tables: [textTable(text, file.name)], problems: [] })
}

function readWorkbook(file: RosterFile): SheetsOfFile {
  try {
    const workbook = read(file.bytes, { dense: true, cellText: false, cellNF: true, cellHTML: false })
    return orEmpty(file.name, { tables: workbookTables(workbook, file.name), problems: [] })
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    return refusedFile(
      file.name,
      reason.includes('password-protected') ? 'file_protected' : 'file_unreadable',
      reason,
    )
  }
}

function orEmpty(name: string, sheets: SheetsOfFile): SheetsOfFile {
  return sheets.tables.every((table) => table.rowCount === 0) ? refusedFile(name, 'file_empty') : sheets
}
