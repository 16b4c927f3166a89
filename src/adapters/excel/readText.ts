import type { RosterFile, SheetsOfFile } from '../../application/roster/spreadsheetPort'
import { decodeText } from '../text/decodeText'
import { refusedFile } from './fileProblem'
import { parseDelimited } from './parseDelimited'
import { textTable } from './textTable'

/** The one table of a CSV file or of any other delimited text. */
export function readText({ name, bytes }: RosterFile): SheetsOfFile {
  const decoded = decodeText(bytes)
  if (!decoded.ok) {
    const { encoding, line, offset } = decoded
    return refusedFile(name, 'text_damaged', encoding, { byte: offset + 1 }, line)
  }
  const { rows, trouble } = parseDelimited(decoded.text)
  if (trouble === null) return { tables: [textTable(rows, name)], problems: [] }
  const { code, line, lastLine } = trouble
  return refusedFile(name, code, null, { lastLine }, line)
}
