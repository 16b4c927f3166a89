import { Inflate } from 'fflate'
import { archiveEntries, packedBytes, type ArchiveEntry } from '../archive/archiveEntries'
import { crc32 } from './crc32'

/** The parts of an .xlsx that a reader of cells needs, or what keeps them from being read. */
export type UnpackedWorkbook =
  | { readonly parts: ReadonlyMap<string, Uint8Array>; readonly trouble: null }
  | { readonly parts: null; readonly trouble: ArchiveTrouble }

export interface ArchiveTrouble {
  readonly code: string
  readonly value: string | null
  readonly details?: Readonly<Record<string, number>>
}

/**
 * Unpacks an .xlsx: complete, not encrypted, a workbook, no larger than it says or than can be read, every part as its
 * checksum says. SheetJS would pass over a damaged part in silence, and rows that vanish in silence are the one
 * thing an import may not have.
 */
export function unpackWorkbook(bytes: Uint8Array): UnpackedWorkbook {
  const entries = archiveEntries(bytes)
  if (entries === null) return refused({ code: 'file_truncated', value: null })
  const kind = kindTrouble(entries)
  if (kind !== null) return refused(kind)
  const needed = entries.filter(({ name }) => !UNREAD_FOLDERS.some((folder) => name.startsWith(folder)))
  const size = needed.reduce((sum, entry) => sum + entry.size, 0)
  if (size > LARGEST_BYTES) return refused(tooLarge(size))
  const parts = new Map<string, Uint8Array>()
  for (const entry of needed) {
    const part = unpackEntry(bytes, entry)
    if (!(part instanceof Uint8Array)) return refused(part)
    parts.set(entry.name, part)
  }
  return { parts, trouble: null }
}

function refused(trouble: ArchiveTrouble): UnpackedWorkbook {
  return { parts: null, trouble }
}

function kindTrouble(entries: readonly ArchiveEntry[]): ArchiveTrouble | null {
  const names = new Set(entries.map(({ name }) => name.toLowerCase().replaceAll('\\', '/')))
  if (entries.some((entry) => entry.isEncrypted)) return { code: 'file_protected', value: null }
  if (names.has('xl/workbook.xml')) return null
  if (names.has('xl/workbook.bin')) return { code: 'file_format_unsupported', value: '.xlsb' }
  if (names.has('content.xml')) return { code: 'file_format_unsupported', value: 'OpenDocument' }
  if (names.has('uof.xml')) return { code: 'file_format_unsupported', value: 'UOF' }
  if (names.has('index/document.iwa')) return { code: 'file_format_unsupported', value: 'Numbers' }
  return { code: 'file_not_spreadsheet', value: null }
}

function unpackEntry(bytes: Uint8Array, entry: ArchiveEntry): Uint8Array | ArchiveTrouble {
  const packed = packedBytes(bytes, entry)
  if (packed === null) return { code: 'file_truncated', value: entry.name }
  const part =
    entry.method === 'stored' ? packed : entry.method === 'deflated' ? inflated(packed, entry.size) : null
  const isSound = part !== null && part.length === entry.size && crc32(part) === entry.crc32
  return isSound ? part : { code: 'file_unreadable', value: entry.name }
}

/** `null` when the data are damaged, or longer than the directory says: a bomb is given up at the first byte too many. */
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

function tooLarge(size: number): ArchiveTrouble {
  const details = { megabytes: Math.round(size / 1e6), limit: LARGEST_BYTES / 1e6 }
  return { code: 'file_too_large', value: null, details }
}

/** Pictures, drawings, colours: an import reads cells. */
const UNREAD_FOLDERS = [
  'xl/media/',
  'xl/theme/',
  'xl/drawings/',
  'xl/charts/',
  'xl/embeddings/',
  'customXml/',
]
/**
 * 100,000 rows of 80 columns take some 300 MB as XML, of which the reader makes about seven times as much in memory;
 * more would end the process instead of the import.
 */
const LARGEST_BYTES = 400e6
const PIECE_BYTES = 1 << 16
