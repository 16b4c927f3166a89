import { deflateSync } from 'fflate'
import { crc32 } from '../excel/crc32'
import { contentOf, replacePacked } from './replacePacked'

/** An archive with the content of one deflated entry changed: see `replacePacked`. */
export function replaceEntry(
  archive: Uint8Array,
  name: string,
  change: (content: Uint8Array) => Uint8Array,
): Uint8Array {
  const content = change(contentOf(archive, name))
  const packed = deflateSync(content)
  return replacePacked(archive, name, { packed, checksum: crc32(content), size: content.length })
}
