import type { RosterFile, SheetsOfFile } from '../../application/roster/spreadsheetPort'
import { readXml } from '../xml/readXml'
import { draftTables } from './draftTables'
import { refusedFile } from './fileProblem'
import { refusedXml } from './refusedXml'
import { SpreadsheetMlSheets } from './SpreadsheetMlSheets'

/** The sheets of an XML Spreadsheet 2003 file, which people save as .xml and systems name .xls. */
export function readSpreadsheetMl({ name, bytes }: RosterFile): SheetsOfFile {
  const reader = new SpreadsheetMlSheets()
  try {
    readXml(bytes, NAMESPACES, reader)
  } catch (error) {
    return refusedXml(name, null, error)
  }
  if (!reader.isSpreadsheet) return refusedFile(name, 'file_is_xml')
  const { sheets, epochShift, isCalculated } = reader
  return { tables: draftTables({ sheets, epochShift, isCalculated }, name), problems: [] }
}

const NAMESPACES: ReadonlyMap<string, string> = new Map([
  ['urn:schemas-microsoft-com:office:spreadsheet', 'ss'],
  ['urn:schemas-microsoft-com:office:excel', 'x'],
])
