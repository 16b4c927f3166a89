import { compoundSectors } from './compoundSectors'

/** A stream of a compound file; `isWhole` is false where its sectors end before its stated size. */
export interface CompoundStream {
  readonly bytes: Uint8Array
  readonly isWhole: boolean
}

/**
 * The streams in the root of a compound file ([MS-CFB] 2.6), by name in upper case; `null` when its header or directory
 * cannot be read. SheetJS's own reader never ends on cyclic chains: here every sector and every
 * entry counts once.
 */
export function compoundStreams(file: Uint8Array): ReadonlyMap<string, CompoundStream> | null {
  const sectors = compoundSectors(file)
  if (sectors === null) return null
  const entries = directoryEntries(sectors.chain(sectors.directoryStart))
  const [root] = entries
  if (root === undefined) return null
  const small = sectors.small(root.start)
  const streams = new Map<string, CompoundStream>()
  for (const { name, type, start, size } of childrenOf(entries, root)) {
    if (type !== STREAM) continue
    const bytes = (size < SMALL_BELOW ? small : sectors).chain(start, size)
    streams.set(name.toUpperCase(), { bytes: bytes.subarray(0, size), isWhole: bytes.length >= size })
  }
  return streams
}

interface DirectoryEntry {
  readonly name: string
  readonly type: number
  readonly left: number
  readonly right: number
  readonly child: number
  readonly start: number
  readonly size: number
}

function directoryEntries(directory: Uint8Array): readonly DirectoryEntry[] {
  const view = new DataView(directory.buffer, directory.byteOffset, directory.byteLength)
  const entries: DirectoryEntry[] = []
  for (let at = 0; at + ENTRY_LENGTH <= directory.length; at += ENTRY_LENGTH) {
    const nameLength = Math.min(view.getUint16(at + 64, true), 64)
    entries.push({
      name: new TextDecoder('utf-16le').decode(directory.subarray(at, at + Math.max(0, nameLength - 2))),
      type: view.getUint8(at + 66),
      left: view.getInt32(at + 68, true),
      right: view.getInt32(at + 72, true),
      child: view.getInt32(at + 76, true),
      start: view.getInt32(at + 116, true),
      size: view.getUint32(at + 120, true),
    })
  }
  return entries
}

/** A storage's entries are a tree: an embedded workbook has a `Workbook` too, further down. */
function childrenOf(
  entries: readonly DirectoryEntry[],
  { child }: DirectoryEntry,
): ReadonlySet<DirectoryEntry> {
  const found = new Set<DirectoryEntry>()
  const open = [child]
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const entry = entries[next]
    if (entry === undefined || found.has(entry)) continue
    found.add(entry)
    open.push(entry.left, entry.right)
  }
  return found
}

const ENTRY_LENGTH = 128
const STREAM = 2
/** Smaller streams share the sectors of one stream. */
const SMALL_BELOW = 4096
