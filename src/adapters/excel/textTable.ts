import Papa from 'papaparse'
import { NOTHING_HIDDEN, type SheetTable } from '../../domain/roster/SheetTable'
import { isUtf16 } from './sniffFormat'

/**
 * The text of a CSV file: UTF-8 with or without BOM, UTF-16 with BOM, else GBK (as GB 18030, its superset); `null`
 * when the bytes are none of these.
 */
export function decodeText(bytes: Uint8Array): string | null {
  if (isUtf16(bytes)) return decode(bytes, bytes[0] === 0xff ? 'utf-16le' : 'utf-16be')
  return decode(bytes, 'utf-8') ?? decode(bytes, 'gb18030')
}

function decode(bytes: Uint8Array, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}

/** A CSV file as a table. Every cell stays text: an ID number that becomes a number is lost. */
export function textTable(text: string, file: string): SheetTable {
  const { data } = Papa.parse<string[]>(text, { header: false, dynamicTyping: false, skipEmptyLines: false })
  let rowCount = data.length
  while (rowCount > 0 && (data[rowCount - 1]?.every((cell) => cell.trim() === '') ?? true)) rowCount--
  let columnCount = 0
  for (const row of data) if (row.length > columnCount) columnCount = row.length
  return {
    file,
    sheet: file,
    rowCount,
    columnCount,
    merges: [],
    hidden: NOTHING_HIDDEN,
    visibility: 'visible',
    isDelimited: true,
    epochShift: 0,
    widthOf: (row) => data[row]?.length ?? 0,
    cell: (row, column) => {
      const text = data[row]?.[column]
      return text === undefined || text === '' ? null : text
    },
  }
}
