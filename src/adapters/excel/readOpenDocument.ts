import type { RosterFile, SheetsOfFile } from '../../application/roster/spreadsheetPort'
import { readXml } from '../xml/readXml'
import { draftTables } from './draftTables'
import { refusedFile } from './fileProblem'
import { OpenDocumentSheets } from './OpenDocumentSheets'
import { refusedXml } from './refusedXml'

/**
 * The sheets of an OpenDocument spreadsheet: its documents, in the order in which they build on each other (styles before
 * content), by the names of their parts. A flat file is one document without a name.
 */
export function readOpenDocument(
  { name: file }: RosterFile,
  documents: readonly (readonly [part: string | null, xml: Uint8Array])[],
): SheetsOfFile {
  const reader = new OpenDocumentSheets()
  for (const [part, xml] of documents) {
    try {
      readXml(xml, NAMESPACES, reader)
    } catch (error) {
      return refusedXml(file, part, error)
    }
  }
  if (!reader.isSpreadsheet) return refusedFile(file, 'file_not_spreadsheet')
  const { sheets, epochShift, generator } = reader
  const isCalculated = !WITHOUT_CALCULATION.test(generator)
  return { tables: draftTables({ sheets, epochShift, isCalculated }, file), problems: [] }
}

const OASIS = 'urn:oasis:names:tc:opendocument:xmlns:'
const NAMESPACES: ReadonlyMap<string, string> = new Map([
  [`${OASIS}office:1.0`, 'office'],
  [`${OASIS}table:1.0`, 'table'],
  [`${OASIS}text:1.0`, 'text'],
  [`${OASIS}style:1.0`, 'style'],
  [`${OASIS}datastyle:1.0`, 'number'],
  [`${OASIS}drawing:1.0`, 'draw'],
  [`${OASIS}meta:1.0`, 'meta'],
  ['urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0', 'calcext'],
])
/** Programs that write OpenDocument and calculate nothing, by the names they put into the file. */
const WITHOUT_CALCULATION = /odfpy|ezodf|PhpSpreadsheet|Spout/i
