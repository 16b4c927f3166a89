import { CFB, parse_xlscfb, type ParsingOptions } from 'xlsx'
import type { RosterFile, SheetsOfFile } from '../../application/roster/spreadsheetPort'
import { codePageOf, decodeByteTexts } from './byteTexts'
import { compoundStreams } from './compoundStreams'
import { decryptXls } from './decryptXls'
import { refusedFile } from './fileProblem'
import { neededRecords } from './neededRecords'
import { PARSING } from './parsingOptions'
import { sheetOutOfBounds } from './sheetOutOfBounds'
import { sniffFormat } from './sniffFormat'
import { workbookTables } from './workbookTables'
import type { ProblemCode } from '../../domain/shared/ProblemCode'

declare module 'xlsx' {
  /** SheetJS exports it and does not declare it. */
  export function parse_xlscfb(container: unknown, options: ParsingOptions): WorkBook
}

/** The sheets of an .xls (Excel 5.0 to 2003): its stream found and checked here, parsed by SheetJS. */
export function readXls(file: RosterFile): SheetsOfFile {
  try {
    const found = workbookStream(file.bytes)
    if (typeof found === 'string') return refusedFile(file.name, found)
    const stream = decryptXls(found)
    if (stream === null) return refusedFile(file.name, 'xls_encrypted')
    if (isOlderThanExcel5(stream)) return refusedFile(file.name, 'file_format_unsupported', 'Excel 2–4')
    const records = neededRecords(stream)
    if (records === null) return refusedFile(file.name, 'file_unreadable', 'BIFF')
    const codePage = codePageOf(stream)
    const parsed = parse_xlscfb(containerOf(records), PARSING_XLS)
    const workbook = codePage === undefined ? parsed : decodeByteTexts(parsed, codePage)
    if (workbook === null) return refusedFile(file.name, 'code_page_unreadable', String(codePage ?? '—'))
    const lost = sheetOutOfBounds(workbook)
    if (lost !== null) return refusedFile(file.name, 'sheet_unreadable', lost)
    return { tables: workbookTables(workbook, file.name), problems: [] }
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    return refusedFile(file.name, 'file_unreadable', reason)
  }
}

/** The stream of records, or the code of the refusal. SheetJS would read a part of a damaged one without an error. */
function workbookStream(bytes: Uint8Array): Uint8Array | ProblemCode {
  // The oldest .xls files are a bare stream, without the file system around it.
  if (sniffFormat(bytes) === 'biff') return bytes
  const streams = compoundStreams(bytes)
  if (streams === null) return 'file_truncated'
  if (streams.has('ENCRYPTEDPACKAGE') || streams.has('ENCRYPTION')) return 'file_protected'
  const stream = streams.get('WORKBOOK') ?? streams.get('BOOK')
  if (stream === undefined) return 'file_not_spreadsheet'
  return stream.isWhole ? stream.bytes : 'file_truncated'
}

/** Older versions have other first records ([MS-XLS] 2.4.21 describes only the later one). */
function isOlderThanExcel5([first, second = 0xff]: Uint8Array): boolean {
  return first === 0x09 && [0x00, 0x02, 0x04].includes(second)
}

/** A new container: SheetJS can parse only a stream that its own reader has prepared. */
function containerOf(stream: Uint8Array): unknown {
  const container: unknown = CFB.utils.cfb_new()
  CFB.utils.cfb_add(container, '/Workbook', stream)
  return CFB.read(CFB.write(container, { type: 'array' }) as Uint8Array, { type: 'array' })
}

/** With styles: SheetJS counts hidden columns among them. */
const PARSING_XLS: ParsingOptions = { ...PARSING, cellStyles: true, UTC: true }
