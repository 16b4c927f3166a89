import { closeSync, openSync, readSync } from 'node:fs'
import { mkdir, open, readdir, readFile, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { isSystemFile } from './isSystemFile'

/** Writes a file whole or not at all, and durably: aside, flushed, renamed, its folder flushed. */
export async function writeDurably(path: string, bytes: Uint8Array | string): Promise<void> {
  const aside = `${path}.${process.pid}.part`
  try {
    const file = await open(aside, 'w', 0o600)
    try {
      await file.writeFile(bytes)
      await file.datasync()
    } finally {
      await file.close()
    }
    await rename(aside, path)
  } catch (error) {
    await rm(aside, { force: true }).catch(() => undefined)
    throw error
  }
  await syncFolder(dirname(path))
}

/** Makes a folder that only its owner may look into. */
export async function makeFolder(path: string): Promise<void> {
  await mkdir(path, { recursive: true, mode: 0o700 })
}

export async function readIfThere(path: string): Promise<Buffer | undefined> {
  return readFile(path).catch(whenMissing(undefined))
}

/** Names in a folder, but for what the operating system puts there and what was left half written. */
export async function namesIn(folder: string): Promise<readonly string[]> {
  const names = await readdir(folder).catch(whenMissing([] as string[]))
  return names.filter((name) => !name.endsWith('.part') && !isSystemFile(name))
}

/**
 * The part of a file from an offset on. Not awaited: the project's own changes lie in as many packs as were merged, and handing so
 * little to another thread costs more than reading it.
 */
export function readPart(path: string, offset: number, length: number): Buffer {
  const file = openSync(path, 'r')
  try {
    const bytes = Buffer.alloc(length)
    if (readSync(file, bytes, 0, length, offset) < length)
      throw new Error(`${path} is shorter than the index says`)
    return bytes
  } finally {
    closeSync(file)
  }
}

/**
 * Takes the folder for this process; undefined while another living one has it. What a dead one left is taken over.
 */
export async function lockFolder(folder: string): Promise<(() => Promise<void>) | undefined> {
  const path = join(folder, 'lock')
  for (let attempt = 0; attempt < 2; attempt++) {
    try {
      const file = await open(path, 'wx', 0o600)
      await file.writeFile(String(process.pid))
      await file.close()
      return () => rm(path, { force: true })
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    }
    const holder = Number((await readIfThere(path))?.toString() ?? '')
    if (isAlive(holder)) return undefined
    await rm(path, { force: true })
  }
  return undefined
}

function isAlive(pid: number): boolean {
  if (!Number.isSafeInteger(pid) || pid <= 0) return false
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

/** Windows cannot open folders, and flushes names on its own. */
async function syncFolder(path: string): Promise<void> {
  if (process.platform === 'win32') return
  const folder = await open(path, 'r')
  try {
    await folder.sync()
  } finally {
    await folder.close()
  }
}

function whenMissing<T>(value: T): (error: unknown) => T {
  return (error) => {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return value
    throw error
  }
}
