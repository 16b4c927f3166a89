import { utf16Of } from '../text/utf16Of'

/** What a file is by its first bytes; names lie (`.xls` that is a web page, `.csv` that is a workbook). */
export type FileFormat = 'zip' | 'compound' | 'biff' | 'text' | 'html' | 'xml' | 'foreign' | 'empty'

export function sniffFormat(bytes: Uint8Array): FileFormat {
  if (bytes.length === 0) return 'empty'
  if (startsWith(bytes, ZIP)) return 'zip'
  if (startsWith(bytes, COMPOUND)) return 'compound'
  if (FOREIGN.some((mark) => startsWith(bytes, mark))) return 'foreign'
  if (bytes[0] === 0x09 && (bytes[1] ?? 0xff) <= 0x08 && bytes[2] !== undefined && bytes[2] < 0x20)
    return 'biff'
  if (utf16Of(bytes) !== null) return 'text'
  const head = bytes.subarray(0, LOOKED_AT)
  if (head.includes(0)) return 'foreign'
  return markup(head) ?? 'text'
}

/** County systems 'export to Excel' by naming a web page `.xls`. */
function markup(head: Uint8Array): FileFormat | null {
  const start = new TextDecoder('latin1')
    .decode(head)
    .replace(/^(ï»¿)?\s+|^ï»¿/, '')
    .toLowerCase()
  if (!start.startsWith('<')) return null
  if (start.includes('<html') || start.includes('<table') || start.startsWith('<!doctype html')) return 'html'
  return start.startsWith('<?xml') ? 'xml' : 'html'
}

function startsWith(bytes: Uint8Array, mark: readonly number[]): boolean {
  return mark.every((byte, index) => bytes[index] === byte)
}

const ZIP = [0x50, 0x4b]
const COMPOUND = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]
/** PDF, PNG, JPEG, GIF, RAR, 7z, gzip: what people attach in place of the list. */
const FOREIGN = [
  [0x25, 0x50, 0x44, 0x46],
  [0x89, 0x50, 0x4e, 0x47],
  [0xff, 0xd8, 0xff],
  [0x47, 0x49, 0x46, 0x38],
  [0x52, 0x61, 0x72, 0x21],
  [0x37, 0x7a, 0xbc, 0xaf],
  [0x1f, 0x8b],
]
const LOOKED_AT = 4096
