import { crc32 } from '../excel/crc32'
import type { PackedContent } from './replacePacked'

/** Packs what is made piece by piece by the platform's own deflate: none of it is in memory whole. */
export async function packPieces(texts: Iterable<string>): Promise<PackedContent> {
  const encoder = new TextEncoder()
  const left = texts[Symbol.iterator]()
  let [checksum, size] = [0, 0]
  const pieces = new ReadableStream<Uint8Array<ArrayBuffer>>({
    pull(controller) {
      const next = left.next()
      if (next.done === true) {
        controller.close()
        return
      }
      const bytes = encoder.encode(next.value)
      checksum = crc32(bytes, checksum)
      size += bytes.length
      controller.enqueue(bytes)
    },
  })
  const deflated = pieces.pipeThrough(new CompressionStream('deflate-raw'))
  const packed = new Uint8Array(await new Response(deflated).arrayBuffer())
  return { packed, checksum, size }
}
