import { readFile } from 'node:fs/promises'
import { withFile } from './FileTrouble'

/** A whole file. Throws `FileTrouble`. */
export function readFileBytes(path: string): Promise<Buffer> {
  return withFile('read', path, () => readFile(path))
}
