import { createWriteStream } from 'node:fs'
import { rename, rm } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { refusal, success, type Result } from '../domain/shared/Result'

/** Writes a file whole or not at all: beside its place first. Refused: `file_not_written`. */
export async function writeWhole(
  path: string,
  content: Uint8Array | AsyncIterable<string>,
): Promise<Result<null>> {
  const aside = `${path}.${process.pid}.part`
  try {
    const parts = content instanceof Uint8Array ? [content] : content
    await pipeline(Readable.from(parts), createWriteStream(aside, { flush: true }))
    await rename(aside, path)
    return success(null)
  } catch (error) {
    await rm(aside, { force: true }).catch(() => undefined)
    return refusal('file_not_written', path, { code: (error as NodeJS.ErrnoException).code ?? '' })
  }
}
