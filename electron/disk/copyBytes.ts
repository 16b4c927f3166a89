import { createHash } from 'node:crypto'
import type { FileLayer } from './files'
import { partsOf, type ReadableFile } from './openToRead'

/** A part of a file: from `start` to before `end`. */
export interface Span {
  readonly start: number
  readonly end: number
}

/** SHA-256 of a part of a file, in hex, a megabyte at a time. `onPart`: so many bytes more. */
export async function hashBytes(
  from: Pick<ReadableFile, 'read'>,
  { start, end }: Span,
  onPart: (bytes: number) => void = () => undefined,
): Promise<string> {
  const hash = createHash('sha256')
  for await (const part of partsOf(from, start, end)) {
    hash.update(part)
    onPart(part.length)
  }
  return hash.digest('hex')
}

/**
 * Copies a part of a file into a new file, flushed; a copy that was not finished is removed. Gives the
 * SHA-256 of what was written, in hex. Throws the system's error. `onPart`: so many bytes more.
 */
export async function copyBytes(
  files: FileLayer,
  from: Pick<ReadableFile, 'read'>,
  { start, end }: Span,
  to: string,
  onPart: (bytes: number) => void = () => undefined,
): Promise<string> {
  await files.remove(to)
  const file = await files.open(to, 'new')
  if (file === undefined) throw new Error(`${to} is there again right after it was removed`)
  const hash = createHash('sha256')
  let at = 0
  try {
    for await (const part of partsOf(from, start, end)) {
      hash.update(part)
      await file.write(at, part)
      at += part.length
      onPart(part.length)
    }
    await file.sync()
    await file.close()
  } catch (error) {
    await file.close().catch(() => undefined)
    await files.remove(to).catch(() => undefined)
    throw error
  }
  return hash.digest('hex')
}
