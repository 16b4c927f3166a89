import type { SheetsOfFile } from '../../application/roster/spreadsheetPort'
import { XmlFault } from '../xml/XmlFault'
import { refusedFile } from './fileProblem'
import { SheetFault } from './SheetFault'

/** The reason why an XML file is refused, from the error thrown while reading its document `part`. Bugs are thrown again. */
export function refusedXml(file: string, part: string | null, error: unknown): SheetsOfFile {
  if (error instanceof SheetFault) return refusedFile(file, error.code, error.sheet)
  if (!(error instanceof XmlFault)) throw error
  if (part === null && error.isCut) return refusedFile(file, 'file_truncated')
  return refusedFile(file, 'file_unreadable', part === null ? error.message : `${part}: ${error.message}`)
}
