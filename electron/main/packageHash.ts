import { app } from 'electron'
import { createHash } from 'node:crypto'
import { pipeline } from 'node:stream/promises'
// Electron's own `fs` shows an .asar as a folder.
import { createReadStream } from 'original-fs'

let hashed: Promise<string | null> | undefined

/** SHA-256 in hex of the whole file `app.asar` that the app runs from, as `sha256sum` gives it; null where it runs from a folder. */
export function packageHash(): Promise<string | null> {
  const path = app.getAppPath()
  hashed ??= path.endsWith('.asar') ? hashOf(path) : Promise.resolve(null)
  return hashed
}

async function hashOf(path: string): Promise<string> {
  const hash = createHash('sha256')
  await pipeline(createReadStream(path), hash)
  return hash.digest('hex')
}
