import { createReadStream } from 'node:fs'
import { basename } from 'node:path'
import { FileTrouble, isSystemError } from '../adapters/files/FileTrouble'
import { readFileBytes } from '../adapters/files/readFileBytes'
import { decodeText } from '../adapters/text/decodeText'
import { textLines, type DamagedText } from '../adapters/text/textLines'
import type { GivenText } from '../application/assess/GivenText'
import { refusals, success, type Refusal, type Result } from '../domain/shared/Result'

/** A text file's text, in any encoding that `decodeText` knows. Refused: `text_file_damaged`, with line and byte. */
export async function readText(path: string): Promise<Result<string>> {
  const decoded = decodeText(await readFileBytes(path))
  return decoded.ok ? success(decoded.text) : damaged(decoded, basename(path))
}

/** The same line by line, of a file that may be larger than memory. */
async function readTextLines(path: string): Promise<Result<AsyncIterable<string>>> {
  const read = await textLines(() => bytesOf(path))
  return read.ok ? success(read.lines) : damaged(read, basename(path))
}

async function* bytesOf(path: string): AsyncGenerator<Uint8Array> {
  try {
    yield* createReadStream(path, { highWaterMark: AT_ONCE }) as AsyncIterable<Uint8Array>
  } catch (error) {
    throw isSystemError(error) ? new FileTrouble(path, 'read', error) : error
  }
}

function damaged({ encoding, line, offset }: DamagedText, file: string): Refusal {
  const details = { byte: offset + 1 }
  return refusals([
    { code: 'text_file_damaged', severity: 'error', place: { file, line }, value: encoding, details },
  ])
}

const AT_ONCE = 1 << 20

/** A file of text as the use cases take it. */
export function givenText(path: string): GivenText {
  return { name: basename(path), text: () => readText(path), lines: () => readTextLines(path) }
}

/** The same of a file that may be left out. */
export function optionalText(path: string | null): GivenText | null {
  return path === null ? null : givenText(path)
}
