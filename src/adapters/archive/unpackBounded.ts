import { inflateSync } from 'fflate'
import { archiveEntries, packedBytes, type ArchiveEntry } from './archiveEntries'

/** The files of an archive by name, or why they are not unpacked. */
export type Unpacked =
  | { readonly kind: 'files'; readonly files: ReadonlyMap<string, Uint8Array> }
  | { readonly kind: 'damaged' }
  | { readonly kind: 'too_large'; readonly bytes: number }

/** Inflates into at most `size` bytes; throws on data that are not deflated. */
export type Inflate = (packed: Uint8Array, size: number) => Uint8Array

/** With a given output, fflate never allocates more: the excess is dropped, and the hash then differs. */
export function inflatePortably(packed: Uint8Array, size: number): Uint8Array {
  return inflateSync(packed, { out: new Uint8Array(size) })
}

/**
 * Unpacks the wanted files of a zip archive, if together they are no larger than `limit` bytes. A file gets the size that the directory states and
 * not a byte more: anything beyond is damage. Checksums are not checked: the caller knows hashes.
 */
export function unpackBounded(
  bytes: Uint8Array,
  limit: number,
  isWanted: (name: string) => boolean = () => true,
  inflate: Inflate = inflatePortably,
): Unpacked {
  const entries = archiveEntries(bytes)?.filter(({ name }) => isWanted(name))
  if (entries === undefined) return { kind: 'damaged' }
  const total = entries.reduce((sum, { size }) => sum + size, 0)
  if (total > limit) return { kind: 'too_large', bytes: total }
  const files = new Map<string, Uint8Array>()
  for (const entry of entries) {
    const file = unpackEntry(bytes, entry, inflate)
    if (file === null || files.has(entry.name)) return { kind: 'damaged' }
    files.set(entry.name, file)
  }
  return { kind: 'files', files }
}

function unpackEntry(bytes: Uint8Array, entry: ArchiveEntry, inflate: Inflate): Uint8Array | null {
  const packed = packedBytes(bytes, entry)
  if (packed === null || entry.isEncrypted) return null
  if (entry.method === 'stored') return packed.length === entry.size ? packed : null
  if (entry.method !== 'deflated') return null
  try {
    const file = inflate(packed, entry.size)
    return file.length === entry.size ? file : null
  } catch {
    return null
  }
}
