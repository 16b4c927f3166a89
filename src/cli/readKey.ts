import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { parseKeyFile, type KeyFile } from '../adapters/package/keyFile'
import { refusal, success, type Result } from '../domain/shared/Result'

/** The key of `--key`. Refused: `key_unreadable`. */
export async function readKey(path: string): Promise<Result<KeyFile>> {
  const key = await parseKeyFile(await readFile(path, 'utf8'))
  return key === undefined ? refusal('key_unreadable', basename(path)) : success(key)
}
