import { utf16Of } from '../text/utf16Of'

/** The format of a file by its first bytes; names are unreliable (an `.xls` may be a web page, a `.csv` a workbook). */
export type FileFormat =
  | 'zip'
  | 'compound'
  | 'biff'
  | 'text'
  | 'html'
  | 'xml'
  | 'spreadsheetml'
  | 'fods'
  | 'foreign'
  | 'empty'
  | UnreadSpreadsheet

/** Spreadsheets that Excel, WPS or LibreOffice open, and that are not read here. */
export type UnreadSpreadsheet = 'lotus' | 'uof' | 'mht' | 'sylk' | 'dif' | 'dbase'

/** Begins with a BOF record ([MS-XLS] 2.4.21); the one of Excel 2 is 4 bytes long, where UTF-16 has another character. */
function isBiff([first, second = 0xff, third = 0xff]: Uint8Array): boolean {
  return first === 0x09 && second <= 0x08 && (second === 0 ? third === 4 : third < 0x20)
}

export function sniffFormat(bytes: Uint8Array): FileFormat {
  if (bytes.length === 0) return 'empty'
  if (startsWith(bytes, ZIP)) return 'zip'
  if (startsWith(bytes, COMPOUND)) return 'compound'
  if (FOREIGN.some((mark) => startsWith(bytes, mark))) return 'foreign'
  if (isBiff(bytes)) return 'biff'
  if (LOTUS.some((mark) => startsWith(bytes, mark))) return 'lotus'
  const utf16 = utf16Of(bytes)
  const head = bytes.subarray(0, LOOKED_AT)
  if (utf16 === null && head.includes(0)) return isDbase(bytes) ? 'dbase' : 'foreign'
  const start = new TextDecoder(utf16 ?? 'latin1').decode(head).replace(/^(ï»¿)?\s+|^ï»¿/, '')
  return markup(start.toLowerCase()) ?? plainFormat(start)
}

/** County systems 'export to Excel' by naming a web page `.xls`; Excel's own XML begins like any other. */
function markup(start: string): FileFormat | null {
  if (!start.startsWith('<')) return null
  if (WEB_PAGE.test(start)) return 'html'
  const ofXml = XML_FORMATS.find(([mark]) => start.includes(mark))
  if (ofXml !== undefined) return ofXml[1]
  if (start.includes('<html') || start.includes('<table')) return 'html'
  return start.startsWith('<?xml') ? 'xml' : 'html'
}

function plainFormat(start: string): FileFormat {
  return PLAIN_FORMATS.find(([mark]) => mark.test(start))?.[1] ?? 'text'
}

/** The first byte is the version, the next three the day of the last change; two further on is the header's length. */
function isDbase(bytes: Uint8Array): boolean {
  const [version = 0, , month = 0, day = 0] = bytes
  if (!DBASE_VERSIONS.includes(version) || month < 1 || month > 12 || day < 1 || day > 31) return false
  return bytes.length > 32 && ((bytes[8] ?? 0) + (bytes[9] ?? 0) * 256) % 32 <= 8
}

function startsWith(bytes: Uint8Array, mark: readonly number[]): boolean {
  return mark.every((byte, index) => bytes[index] === byte)
}

const WEB_PAGE = /^(?:<!--[^]*?-->\s*)?<(?:!doctype\s+)?html[\s>]/
const XML_FORMATS: readonly (readonly [mark: string, format: FileFormat])[] = [
  ['urn:schemas-microsoft-com:office:spreadsheet', 'spreadsheetml'],
  ['urn:oasis:names:tc:opendocument', 'fods'],
  ['<uof:', 'uof'],
]
const PLAIN_FORMATS: readonly (readonly [mark: RegExp, format: FileFormat])[] = [
  [/^(?:[\w-]+: [^\r\n]*\r?\n){0,20}MIME-Version:/i, 'mht'],
  [/^ID;P[^\r\n]*[\r\n]+[A-Z]{1,2};/, 'sylk'],
  [/^TABLE[\r\n]+0,1[\r\n]/, 'dif'],
]
const DBASE_VERSIONS = [0x02, 0x03, 0x30, 0x31, 0x32, 0x43, 0x63, 0x83, 0x8b, 0xcb, 0xf5]
const ZIP = [0x50, 0x4b]
const COMPOUND = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]
/** The first record of Lotus 1-2-3 and of the programs that took it over, Quattro Pro and Works. */
const LOTUS = [
  [0x00, 0x00, 0x02, 0x00],
  [0x00, 0x00, 0x1a, 0x00],
  [0xff, 0x00, 0x02, 0x00],
]
/** PDF, PNG, JPEG, GIF, RAR, 7z, gzip, RTF: files that users attach instead of the list. */
const FOREIGN = [
  [0x25, 0x50, 0x44, 0x46],
  [0x89, 0x50, 0x4e, 0x47],
  [0xff, 0xd8, 0xff],
  [0x47, 0x49, 0x46, 0x38],
  [0x52, 0x61, 0x72, 0x21],
  [0x37, 0x7a, 0xbc, 0xaf],
  [0x1f, 0x8b],
  [0x7b, 0x5c, 0x72, 0x74, 0x66],
]
const LOOKED_AT = 4096
