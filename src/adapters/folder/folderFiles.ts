import { closeSync, openSync, readFileSync, readSync } from 'node:fs'
import { mkdir, open, readdir, readFile, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { DISK } from '../../../electron/disk/files'
import { damaged, FileTrouble, isSystemError, withFile } from '../files/FileTrouble'
import { isSystemFile } from './isSystemFile'

/** Writes a file atomically and durably: to a temporary file, flushed, renamed, its folder flushed. Throws `FileTrouble`. */
export async function writeDurably(path: string, bytes: Uint8Array | string): Promise<void> {
  const aside = `${path}.${process.pid}.part`
  try {
    await withFile('write', path, async () => {
      const file = await open(aside, 'w', 0o600)
      try {
        await file.writeFile(bytes)
        await file.datasync()
      } finally {
        await file.close()
      }
      await rename(aside, path)
      await DISK.syncFolder(dirname(path))
    })
  } catch (error) {
    await removeIfPossible(aside)
    throw error
  }
}

/** Makes a folder that only its owner can read. */
export async function makeFolder(path: string): Promise<void> {
  await withFile('write', path, () => mkdir(path, { recursive: true, mode: 0o700 }))
}

export async function readIfThere(path: string): Promise<Buffer | undefined> {
  return withFile('read', path, () => readFile(path).catch(whenMissing(undefined)))
}

/** Names in a folder, without the operating system's own files and unfinished ones. */
export async function listFolder(folder: string): Promise<readonly string[]> {
  const names = await withFile('read', folder, () => readdir(folder).catch(whenMissing([] as string[])))
  return names.filter((name) => !name.endsWith(PART) && !isSystemFile(name))
}

/**
 * The part of a file from an offset on. Synchronous: the project's own changes are spread over all packs, and passing so
 * little to another thread costs more than reading it.
 */
export function readPart(path: string, offset: number, length: number): Buffer {
  return readNow(path, () => {
    const file = openSync(path, 'r')
    try {
      const bytes = Buffer.alloc(length)
      if (readSync(file, bytes, 0, length, offset) < length) throw damaged(path)
      return bytes
    } finally {
      closeSync(file)
    }
  })
}

/** A whole text, synchronous for the same reason. */
export function readTextNow(path: string): string {
  return readNow(path, () => readFileSync(path, 'utf8'))
}

/** Removes the unfinished files of killed processes in a folder and below it. One that cannot be removed does no harm. */
export async function removeParts(folder: string): Promise<void> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => [])
  for (const entry of entries) {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) await removeParts(path)
    else if (entry.name.endsWith(PART)) await removeIfPossible(path)
  }
}

export async function removeIfPossible(path: string): Promise<void> {
  await rm(path, { force: true }).catch(() => undefined)
}

const PART = '.part'

function readNow<T>(path: string, read: () => T): T {
  try {
    return read()
  } catch (error) {
    throw isSystemError(error) ? new FileTrouble(path, 'read', error) : error
  }
}

function whenMissing<T>(value: T): (error: unknown) => T {
  return (error) => {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return value
    throw error
  }
}
