import { inflateSync } from 'fflate'
import { archiveEntries, packedBytes } from './archiveEntries'

/** Where numbers stand in the records of an archive; `sums` are the checksum, the packed and the unpacked size, one after the other. */
const LOCAL = { sums: 14 }
const DIRECTORY = { sums: 16, nameLength: 28, extraLength: 30, offset: 42, length: 46 }
const END = { offset: 16, length: 22 }

/** What an entry holds: raw deflate, with the checksum (CRC-32) and the size of what it unpacks to. */
export interface PackedContent {
  readonly packed: Uint8Array
  readonly checksum: number
  readonly size: number
}

/** What a deflated entry unpacks to. Throws where there is no such entry. */
export function contentOf(archive: Uint8Array, name: string): Uint8Array {
  return inflateSync(placeOf(archive, name).packed)
}

/**
 * An archive with the content of one deflated entry replaced. The other entries stay packed as they are, so this takes no longer for
 * a large archive. Only for archives as our own writers make them: no Zip64, no comment, sizes before the content. Throws where
 * there is no such entry.
 */
export function replacePacked(archive: Uint8Array, name: string, content: PackedContent): Uint8Array {
  const { entry, packed } = placeOf(archive, name)
  const begin = packed.byteOffset - archive.byteOffset
  const grown = content.packed.length - packed.length

  const replaced = new Uint8Array(archive.length + grown)
  replaced.set(archive.subarray(0, begin))
  replaced.set(content.packed, begin)
  replaced.set(archive.subarray(begin + packed.length), begin + content.packed.length)

  const view = new DataView(replaced.buffer)
  const writeSums = (at: number) => {
    for (const [index, sum] of [content.checksum, content.packed.length, content.size].entries())
      view.setUint32(at + 4 * index, sum, true)
  }
  writeSums(entry.offset + LOCAL.sums)
  const end = replaced.length - END.length
  const directory = view.getUint32(end + END.offset, true) + grown
  view.setUint32(end + END.offset, directory, true)
  for (let at = directory; at < end; at += recordLength(view, at)) {
    const offset = view.getUint32(at + DIRECTORY.offset, true)
    if (offset > entry.offset) view.setUint32(at + DIRECTORY.offset, offset + grown, true)
    if (offset === entry.offset) writeSums(at + DIRECTORY.sums)
  }
  return replaced
}

function placeOf(archive: Uint8Array, name: string) {
  const entry = archiveEntries(archive)?.find((each) => each.name === name)
  const packed = entry === undefined ? null : packedBytes(archive, entry)
  if (entry?.method !== 'deflated' || packed === null) throw new Error(`no entry ${name} to be replaced`)
  return { entry, packed }
}

function recordLength(view: DataView, at: number): number {
  const [name, extra] = [DIRECTORY.nameLength, DIRECTORY.extraLength]
  return DIRECTORY.length + view.getUint16(at + name, true) + view.getUint16(at + extra, true)
}
