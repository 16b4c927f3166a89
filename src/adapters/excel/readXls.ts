import { CFB, parse_xlscfb, read, type ParsingOptions, type WorkBook } from 'xlsx'
import type { RosterFile, SheetsOfFile } from '../../application/spreadsheetPort'
import { refusedFile } from './fileProblem'
import { sniffFormat } from './sniffFormat'
import { workbookTables } from './workbookTables'

declare module 'xlsx' {
  /** SheetJS exports it and does not declare it. */
  export function parse_xlscfb(container: unknown, options: ParsingOptions): WorkBook
}

/** The sheets of an .xls (BIFF8), by SheetJS. */
export function readXls(file: RosterFile): SheetsOfFile {
  try {
    // The oldest .xls files are a bare stream, without the file system around it.
    if (sniffFormat(file.bytes) === 'biff') return tables(read(file.bytes, PARSING), file)
    const container: unknown = CFB.read(file.bytes, { type: 'array' })
    const refusal = containerRefusal(container)
    return refusal === null ? tables(parse_xlscfb(container, PARSING), file) : refusedFile(file.name, refusal)
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    // SheetJS has no error codes: its words are all there is to tell by.
    return refusedFile(
      file.name,
      reason.includes('password-protected') ? 'file_protected' : 'file_unreadable',
      reason,
    )
  }
}

function tables(workbook: WorkBook, file: RosterFile): SheetsOfFile {
  return { tables: workbookTables(workbook, file.name), problems: [] }
}

interface Stream {
  readonly size: number
  readonly content?: { readonly length: number }
}

/** SheetJS reads what is left of a stream that was cut off, and passes over the rest in silence. */
function containerRefusal(container: unknown): string | null {
  if (CFB.find(container, 'EncryptedPackage') !== null) return 'file_protected'
  const stream = (CFB.find(container, '/Workbook') ?? CFB.find(container, '/Book')) as Stream | null
  if (stream === null) return 'file_not_spreadsheet'
  return stream.content === undefined || stream.content.length < stream.size ? 'file_truncated' : null
}

/** With styles, which SheetJS takes the hidden columns for. */
const PARSING: ParsingOptions = {
  dense: true,
  cellText: false,
  cellNF: true,
  cellHTML: false,
  cellStyles: true,
  UTC: true,
}
