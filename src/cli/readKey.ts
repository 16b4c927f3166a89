import { basename } from 'node:path'
import { parseKeyFile, type KeyFile } from '../adapters/package/keyFile'
import { refusal, success, type Result } from '../domain/shared/Result'
import { readText } from './readText'

/** The key of `--key`. Refused: `key_unreadable`. */
export async function readKey(path: string): Promise<Result<KeyFile>> {
  const text = await readText(path)
  if (!text.ok) return text
  const key = await parseKeyFile(text.value)
  return key === undefined ? refusal('key_unreadable', basename(path)) : success(key)
}
