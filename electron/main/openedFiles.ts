import { readFile, stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { codeOf } from '../disk/files'
import type { OpenedFile } from '../ipc-contract'

/** Files that the system handed over, until the page asks for them. */
export interface OpenedFiles {
  offer(paths: readonly string[]): void
  /** Reads those that wait; they wait no longer. */
  take(): Promise<readonly OpenedFile[]>
}

/** `tell` says to the page that files wait. */
export function openedFiles(tell: () => void): OpenedFiles {
  let waiting: readonly string[] = []
  return {
    offer(paths) {
      waiting = [...waiting, ...paths]
      if (waiting.length > 0) tell()
    },
    async take() {
      const paths = waiting
      waiting = []
      return Promise.all(paths.map(read))
    },
  }
}

/** Only whole, ordinary files are read: a pipe or a device would never end. */
async function read(path: string): Promise<OpenedFile> {
  const name = basename(path)
  try {
    const found = await stat(path)
    if (found.isDirectory()) return { kind: 'folder', name }
    if (!found.isFile()) return { kind: 'failed', name, code: 'EINVAL' }
    return { kind: 'read', name, bytes: new Uint8Array(await readFile(path)) }
  } catch (error) {
    return { kind: 'failed', name, code: codeOf(error) }
  }
}
