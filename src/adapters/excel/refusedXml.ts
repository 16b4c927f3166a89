import type { SheetsOfFile } from '../../application/roster/spreadsheetPort'
import { XmlFault } from '../xml/XmlFault'
import { refusedFile } from './fileProblem'
import { SheetFault } from './SheetFault'

/** The reason why a file of XML is refused, of what reading its document `part` has thrown. Bugs are thrown on. */
export function refusedXml(file: string, part: string | null, error: unknown): SheetsOfFile {
  if (error instanceof SheetFault) return refusedFile(file, error.code, error.sheet)
  if (!(error instanceof XmlFault)) throw error
  if (part === null && error.isCut) return refusedFile(file, 'file_truncated')
  return refusedFile(file, 'file_unreadable', part === null ? error.message : `${part}: ${error.message}`)
}
