import type { WorkBook, WorkSheet } from 'xlsx'
import { CODE_PAGES } from './codePages'
import type { DenseSheet } from './workbookTables'

/**
 * A workbook of Excel 5.0/95 whose texts are bytes of a code page, which SheetJS passes on as one character a byte: the
 * same with the characters of its code page. `null` when a text has no such characters, or the code page is one
 * that cannot be read. Later workbooks are Unicode, and have none.
 */
export function decodeByteTexts(workbook: WorkBook, codePage: number | null): WorkBook | null {
  const encoding = CODE_PAGES.get(codePage ?? -1)
  const decoder = encoding === undefined ? null : new TextDecoder(encoding, { fatal: true })
  const decoded = (text: string): string => {
    if (IN_EVERY_CODE_PAGE.test(text)) return text
    if (decoder === null) throw new RangeError(`code page ${codePage}`)
    return decoder.decode(Uint8Array.from(text, (character) => character.charCodeAt(0)))
  }
  try {
    const sheets: Record<string, WorkSheet> = {}
    for (const name of workbook.SheetNames) {
      const sheet: DenseSheet = workbook.Sheets[name] ?? {}
      for (const row of sheet['!data'] ?? [])
        for (const cell of row ?? []) if (cell?.t === 's') cell.v = decoded(String(cell.v))
      sheets[decoded(name)] = sheet
    }
    const Sheets = workbook.Workbook?.Sheets?.map((sheet) => ({ ...sheet, name: decoded(sheet.name ?? '') }))
    return {
      ...workbook,
      SheetNames: workbook.SheetNames.map(decoded),
      Sheets: sheets,
      Workbook: { ...workbook.Workbook, ...(Sheets && { Sheets }) },
    }
  } catch {
    return null
  }
}

/** The code page of a stream of records older than Excel 97, `null` when it names none; undefined when it is not older. */
export function codePageOf(stream: Uint8Array): number | null | undefined {
  const view = new DataView(stream.buffer, stream.byteOffset, stream.byteLength)
  if (stream.length < 6 || view.getUint16(4, true) >= EXCEL_97) return undefined
  for (let at = 0; at + 6 <= stream.length; at += 4 + view.getUint16(at + 2, true)) {
    if (view.getUint16(at, true) === CODE_PAGE) return view.getUint16(at + 4, true)
    if (view.getUint16(at, true) === END) return null
  }
  return null
}

const EXCEL_97 = 0x0600
const CODE_PAGE = 0x0042
const END = 0x000a
const IN_EVERY_CODE_PAGE = /^[^\u0080-\uffff]*$/
