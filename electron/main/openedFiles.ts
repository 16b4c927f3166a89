import { readFile, stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { codeOf } from '../disk/files'
import { openToRead } from '../disk/openToRead'
import type { OpenedFile } from '../ipc-contract'
import { isUpdate, MARK_BYTES } from './update/updateFormat'

/** Files that the system handed over, until the page asks for them. */
export interface OpenedFiles {
  offer(paths: readonly string[]): void
  /** Reads those that wait; they wait no longer. */
  take(): Promise<readonly OpenedFile[]>
  /** Path of the update that was handed over last, which is not read here; null when there is none. */
  update(): string | null
}

/** `tell` says to the page that files wait. */
export function openedFiles(tell: () => void): OpenedFiles {
  let waiting: readonly string[] = []
  let update: string | null = null

  async function look(path: string): Promise<OpenedFile> {
    const file = await read(path)
    if (file.kind === 'update') update = path
    return file
  }

  return {
    offer(paths) {
      waiting = [...waiting, ...paths]
      if (waiting.length > 0) tell()
    },
    async take() {
      const paths = waiting
      waiting = []
      return Promise.all(paths.map(look))
    },
    update: () => update,
  }
}

/** Only whole, ordinary files are read: a pipe or a device would never end. */
async function read(path: string): Promise<OpenedFile> {
  const name = basename(path)
  try {
    const found = await stat(path)
    if (found.isDirectory()) return { kind: 'folder', name }
    if (!found.isFile()) return { kind: 'failed', name, code: 'EINVAL' }
    if (await beginsAnUpdate(path)) return { kind: 'update', name }
    return { kind: 'read', name, bytes: new Uint8Array(await readFile(path)) }
  } catch (error) {
    return { kind: 'failed', name, code: codeOf(error) }
  }
}

async function beginsAnUpdate(path: string): Promise<boolean> {
  const file = await openToRead(path)
  try {
    return isUpdate(await file.read(0, MARK_BYTES))
  } finally {
    await file.close()
  }
}
