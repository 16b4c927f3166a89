import { zip64Directory, zip64Numbers } from './zip64'

/** One file in a zip archive, from its central directory: the only complete list of contents. */
export interface ArchiveEntry {
  readonly name: string
  readonly method: 'stored' | 'deflated' | 'other'
  readonly isEncrypted: boolean
  readonly crc32: number
  readonly packedSize: number
  readonly size: number
  /** Where its local header begins. */
  readonly offset: number
}

/** The entries of an archive; `null` when the end of the file, where the directory stands, is missing or broken. */
export function archiveEntries(bytes: Uint8Array): readonly ArchiveEntry[] | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = endOfDirectory(view)
  if (end === null) return null
  const zip64 = zip64Directory(view, end)
  const count = zip64?.count ?? view.getUint16(end + 10, true)
  const entries: ArchiveEntry[] = []
  let at = zip64?.offset ?? view.getUint32(end + 16, true)
  for (let index = 0; index < count; index++) {
    if (at + ENTRY_LENGTH > bytes.length || view.getUint32(at, true) !== ENTRY_MARK) return null
    const nameLength = view.getUint16(at + 28, true)
    const extraLength = view.getUint16(at + 30, true)
    const commentLength = view.getUint16(at + 32, true)
    const next = at + ENTRY_LENGTH + nameLength + extraLength + commentLength
    if (next > bytes.length) return null
    const name = new TextDecoder().decode(bytes.subarray(at + ENTRY_LENGTH, at + ENTRY_LENGTH + nameLength))
    const extra = at + ENTRY_LENGTH + nameLength
    const entry = entryAt(view, at, name, { start: extra, end: extra + extraLength })
    if (entry === null) return null
    entries.push(entry)
    at = next
  }
  return entries
}

/** The packed bytes of an entry; `null` when they lie outside the file. */
export function packedBytes(bytes: Uint8Array, entry: ArchiveEntry): Uint8Array | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (entry.offset + LOCAL_LENGTH > bytes.length || view.getUint32(entry.offset, true) !== LOCAL_MARK)
    return null
  const begin =
    entry.offset +
    LOCAL_LENGTH +
    view.getUint16(entry.offset + 26, true) +
    view.getUint16(entry.offset + 28, true)
  return begin + entry.packedSize > bytes.length ? null : bytes.subarray(begin, begin + entry.packedSize)
}

function entryAt(
  view: DataView,
  at: number,
  name: string,
  extra: { readonly start: number; readonly end: number },
): ArchiveEntry | null {
  const method = view.getUint16(at + 10, true)
  const stated = [24, 20, 42].map((field) => view.getUint32(at + field, true))
  const [size, packedSize, offset] = zip64Numbers(view, extra, stated) ?? []
  if (size === undefined || packedSize === undefined || offset === undefined) return null
  return {
    name,
    method: method === 8 ? 'deflated' : method === 0 ? 'stored' : 'other',
    isEncrypted: (view.getUint16(at + 8, true) & 1) === 1,
    crc32: view.getUint32(at + 16, true),
    packedSize,
    size,
    offset,
  }
}

/** The end record is the file's last 22 bytes, or stands before a comment of up to 64 KB. */
function endOfDirectory(view: DataView): number | null {
  const last = view.byteLength - END_LENGTH
  for (let at = last; at >= 0 && at >= last - LONGEST_COMMENT; at--) {
    if (view.getUint32(at, true) === END_MARK) return at
  }
  return null
}

const END_MARK = 0x06054b50
const END_LENGTH = 22
const LONGEST_COMMENT = 0xffff
const ENTRY_MARK = 0x02014b50
const ENTRY_LENGTH = 46
const LOCAL_MARK = 0x04034b50
const LOCAL_LENGTH = 30
