import { open } from 'node:fs/promises'
import type { OpenFile } from './files'

/** A file that is only read: on a stick that takes no writing too. */
export type ReadableFile = Pick<OpenFile, 'size' | 'read' | 'close'>

/** Opens a file to read it. Throws the system's error. */
export async function openToRead(path: string): Promise<ReadableFile> {
  const handle = await open(path, 'r')
  return {
    size: async () => (await handle.stat()).size,
    async read(offset, length) {
      const bytes = new Uint8Array(length)
      let filled = 0
      while (filled < length) {
        const { bytesRead } = await handle.read(bytes, filled, length - filled, offset + filled)
        if (bytesRead === 0) break
        filled += bytesRead
      }
      return bytes.subarray(0, filled)
    },
    close: () => handle.close(),
  }
}

const PART_BYTES = 2 ** 20

/** The bytes of a file from `start` to before `end`, a megabyte at a time; fewer where the file is shorter. */
export async function* partsOf(
  file: Pick<ReadableFile, 'read'>,
  start: number,
  end: number,
): AsyncGenerator<Uint8Array> {
  for (let at = start; at < end;) {
    const part = await file.read(at, Math.min(PART_BYTES, end - at))
    if (part.length === 0) return
    yield part
    at += part.length
  }
}
