import { Inflate } from 'fflate'
import { archiveEntries, packedBytes, type ArchiveEntry } from '../archive/archiveEntries'
import { crc32 } from './crc32'
import type { ProblemCode } from '../../domain/shared/ProblemCode'

/** The parts of a workbook that a reader of cells needs, or the reason why they cannot be read. */
export type UnpackedWorkbook =
  | { readonly kind: WorkbookKind; readonly parts: ReadonlyMap<string, Uint8Array>; readonly trouble: null }
  | { readonly kind: null; readonly parts: null; readonly trouble: ArchiveTrouble }

/** Workbooks that are archives of parts. */
export type WorkbookKind = 'xlsx' | 'xlsb' | 'opendocument'

export interface ArchiveTrouble {
  readonly code: ProblemCode
  readonly value: string | null
  readonly details?: Readonly<Record<string, number>>
}

/**
 * Unpacks a workbook, and checks that it is complete, not encrypted, not larger than stated or than can be read, and that
 * every checksum is right. SheetJS skips a damaged part without an error, and an import must never lose rows without
 * an error.
 */
export function unpackWorkbook(bytes: Uint8Array): UnpackedWorkbook {
  const entries = archiveEntries(bytes)
  if (entries === null) return refused({ code: 'file_truncated', value: null })
  const kind = kindOf(entries)
  if (typeof kind === 'object') return refused(kind)
  // The manifest comes first: it states whether the other parts are encrypted.
  const needed = entries
    .filter(({ name }) => isNeeded(name, kind))
    .sort((one, other) => Number(other.name === MANIFEST) - Number(one.name === MANIFEST))
  const size = needed.reduce((sum, entry) => sum + entry.size, 0)
  if (size > LARGEST_BYTES[kind]) return refused(tooLarge(size, LARGEST_BYTES[kind]))
  const parts = new Map<string, Uint8Array>()
  for (const entry of needed) {
    const part = unpackEntry(bytes, entry)
    if (!(part instanceof Uint8Array)) return refused(part)
    if (entry.name === MANIFEST && statesEncryption(part))
      return refused({ code: 'file_protected', value: null })
    parts.set(entry.name, part)
  }
  return { kind, parts, trouble: null }
}

function refused(trouble: ArchiveTrouble): UnpackedWorkbook {
  return { kind: null, parts: null, trouble }
}

function kindOf(entries: readonly ArchiveEntry[]): WorkbookKind | ArchiveTrouble {
  const names = new Set(entries.map(({ name }) => name.toLowerCase().replaceAll('\\', '/')))
  if (entries.some((entry) => entry.isEncrypted)) return { code: 'file_protected', value: null }
  if (names.has('xl/workbook.xml')) return 'xlsx'
  if (names.has('xl/workbook.bin')) return 'xlsb'
  if (names.has('content.xml')) return 'opendocument'
  if (names.has('encrypted-package')) return { code: 'file_protected', value: null }
  if (names.has('uof.xml')) return { code: 'file_format_unsupported', value: 'UOF' }
  if (names.has('index/document.iwa') || names.has('index.zip'))
    return { code: 'file_format_unsupported', value: 'Numbers' }
  return { code: 'file_not_spreadsheet', value: null }
}

/** Each part that is encrypted has its entry in the manifest of an OpenDocument file (ODF 1.3, part 2, 4.6). */
function statesEncryption(manifest: Uint8Array): boolean {
  return new TextDecoder().decode(manifest).includes('encryption-data')
}

function isNeeded(name: string, kind: WorkbookKind): boolean {
  if (kind === 'opendocument') return OPEN_DOCUMENT_PARTS.includes(name)
  return !UNREAD_FOLDERS.some((folder) => name.startsWith(folder))
}

function unpackEntry(bytes: Uint8Array, entry: ArchiveEntry): Uint8Array | ArchiveTrouble {
  const packed = packedBytes(bytes, entry)
  if (packed === null) return { code: 'file_truncated', value: entry.name }
  const part =
    entry.method === 'stored' ? packed : entry.method === 'deflated' ? inflated(packed, entry.size) : null
  const isSound = part !== null && part.length === entry.size && crc32(part) === entry.crc32
  return isSound ? part : { code: 'file_unreadable', value: entry.name }
}

/** `null` when the data are damaged, or longer than the directory states: a zip bomb is stopped at the first byte too many. */
function inflated(packed: Uint8Array, size: number): Uint8Array | null {
  const part = new Uint8Array(size)
  let length = 0
  const inflate = new Inflate((piece) => {
    if (length + piece.length <= size) part.set(piece, length)
    length += piece.length
  })
  try {
    for (let at = 0; at < packed.length && length <= size; at += PIECE_BYTES) {
      inflate.push(packed.subarray(at, at + PIECE_BYTES), at + PIECE_BYTES >= packed.length)
    }
  } catch {
    return null
  }
  return length === size ? part : null
}

function tooLarge(size: number, largest: number): ArchiveTrouble {
  const details = { megabytes: Math.round(size / 1e6), limit: largest / 1e6 }
  return { code: 'file_too_large', value: null, details }
}

/** Pictures, drawings, colours: an import does not need them. */
const UNREAD_FOLDERS = [
  'xl/media/',
  'xl/theme/',
  'xl/drawings/',
  'xl/charts/',
  'xl/embeddings/',
  'customXml/',
]
const MANIFEST = 'META-INF/manifest.xml'
const OPEN_DOCUMENT_PARTS = ['mimetype', MANIFEST, 'meta.xml', 'styles.xml', 'content.xml']
/**
 * 100,000 rows of 80 columns take some 300 MB as XML, of which the reader of .xlsx makes about seven times as much in
 * memory; more would exhaust the memory of the process. In binary they take a third, as OpenDocument twice as
 * much.
 */
const LARGEST_BYTES: Readonly<Record<WorkbookKind, number>> = {
  xlsx: 400e6,
  xlsb: 150e6,
  opendocument: 800e6,
}
const PIECE_BYTES = 1 << 16
