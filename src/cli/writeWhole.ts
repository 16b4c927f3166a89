import { rename, rm, writeFile } from 'node:fs/promises'
import { refusal, success, type Result } from '../domain/shared/Result'

/** Writes a file whole or not at all: beside its place first. Refused: `file_not_written`. */
export async function writeWhole(path: string, bytes: Uint8Array): Promise<Result<null>> {
  const aside = `${path}.${process.pid}.part`
  try {
    await writeFile(aside, bytes, { flush: true })
    await rename(aside, path)
    return success(null)
  } catch (error) {
    await rm(aside, { force: true }).catch(() => undefined)
    return refusal('file_not_written', path, { code: (error as NodeJS.ErrnoException).code ?? '' })
  }
}
