import type { RosterFile, SheetsOfFile } from '../../application/roster/spreadsheetPort'
import { refusedFile } from './fileProblem'
import { readOpenDocument } from './readOpenDocument'
import { readXlsb } from './readXlsb'
import { readXlsx } from './readXlsx'
import { unpackWorkbook } from './unpackWorkbook'

/** The sheets of a workbook that is an archive of parts: .xlsx, .xlsb, .ods. */
export function readArchive(file: RosterFile): SheetsOfFile {
  const { kind, parts, trouble } = unpackWorkbook(file.bytes)
  if (trouble !== null) return refusedFile(file.name, trouble.code, trouble.value, trouble.details)
  switch (kind) {
    case 'xlsx':
      return readXlsx(file, parts)
    case 'xlsb':
      return readXlsb(file, parts)
    case 'opendocument':
      return readOpenDocumentParts(file, parts)
  }
}

function readOpenDocumentParts(file: RosterFile, parts: ReadonlyMap<string, Uint8Array>): SheetsOfFile {
  const text = (name: string) => new TextDecoder().decode(parts.get(name))
  if (text('META-INF/manifest.xml').includes('encryption-data'))
    return refusedFile(file.name, 'file_protected')
  if (text('mimetype').includes('vnd.sun.xml'))
    return refusedFile(file.name, 'file_format_unsupported', 'OpenOffice.org 1')
  const documents = ['meta.xml', 'styles.xml', 'content.xml'].flatMap((name) => {
    const xml = parts.get(name)
    return xml === undefined ? [] : [[name, xml] as const]
  })
  return readOpenDocument(file, documents)
}
