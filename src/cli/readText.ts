import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { refusals, success, type Result } from '../domain/shared/Result'

/** A text file's text, whatever it is encoded in. Refused: `text_undecodable`. */
export async function readText(path: string): Promise<Result<string>> {
  const bytes = await readFile(path)
  try {
    return success(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch {
    const place = { file: basename(path) }
    return refusals([{ code: 'text_undecodable', severity: 'error', place, value: null }])
  }
}
