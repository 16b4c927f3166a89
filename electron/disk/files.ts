import { link, mkdir, open, readdir, readFile, rename, rm, type FileHandle } from 'node:fs/promises'
import { dirname } from 'node:path'

/**
 * The few things the journal asks of a file system, no more: so that tests can put one beneath it that forgets what was
 * not flushed. All throw the system's error (`code`, e.g. ENOSPC) when they fail.
 */
export interface FileLayer {
  /** Makes the folder and those above it, durably. */
  makeFolder(path: string): Promise<void>
  /** Names in a folder; none when it is missing. */
  list(folder: string): Promise<readonly string[]>
  /** A whole file; undefined when it is missing. */
  read(path: string): Promise<Uint8Array | undefined>
  /** `existing`: undefined when it is missing. `new`: undefined when it is there already. */
  open(path: string, mode: 'existing' | 'new'): Promise<OpenFile | undefined>
  rename(from: string, to: string): Promise<void>
  /** Gives a file a second name, which nobody had: `taken` where somebody has it, `missing` where there is no such file. */
  link(from: string, to: string): Promise<'linked' | 'taken' | 'missing' | 'unsupported'>
  remove(path: string): Promise<void>
  /** Makes names that were given or taken in the folder durable. */
  syncFolder(path: string): Promise<void>
}

export interface OpenFile {
  size(): Promise<number>
  /** Fewer bytes at the end of the file. */
  read(offset: number, length: number): Promise<Uint8Array>
  write(offset: number, bytes: Uint8Array): Promise<void>
  truncate(size: number): Promise<void>
  /** Makes what was written durable. */
  sync(): Promise<void>
  close(): Promise<void>
}

/**
 * Writes a file whole or not at all: aside, flushed, renamed over what was there, its folder flushed. `aside` is overwritten:
 * in a folder that is not ours it must be a name that nobody else uses.
 */
export async function replaceFile(
  files: FileLayer,
  path: string,
  bytes: Uint8Array,
  aside = `${path}.part`,
): Promise<void> {
  await writeAside(files, aside, bytes)
  try {
    await files.rename(aside, path)
  } catch (error) {
    await files.remove(aside).catch(() => undefined)
    throw error
  }
  await files.syncFolder(dirname(path))
}

/** Writes a file whole and flushed under a name that is not its own yet; one that was not written is removed. */
export async function writeAside(files: FileLayer, aside: string, bytes: Uint8Array): Promise<void> {
  await files.remove(aside)
  const file = await files.open(aside, 'new')
  if (file === undefined) throw new Error(`${aside} is there again right after it was removed`)
  try {
    await file.write(0, bytes)
    await file.sync()
    await file.close()
  } catch (error) {
    await file.close().catch(() => undefined)
    await files.remove(aside).catch(() => undefined)
    throw error
  }
}

/** How systems say that a disk knows no hard links; Windows says of FAT that it is a folder. */
const NO_LINKS: ReadonlySet<string> = new Set([
  'EPERM',
  'ENOTSUP',
  'EOPNOTSUPP',
  'ENOSYS',
  'EISDIR',
  'EMLINK',
])

/** The disk. */
export const DISK: FileLayer = {
  async makeFolder(path) {
    const first = await mkdir(path, { recursive: true })
    if (first === undefined) return
    for (let made = path; made !== dirname(first); made = dirname(made)) await syncFolder(dirname(made))
  },
  list: (folder) => readdir(folder).catch(whenMissing([])),
  read: (path) => readFile(path).catch(whenMissing(undefined)),
  async open(path, mode) {
    const handle = await open(path, mode === 'new' ? 'wx+' : 'r+').catch(
      unless(mode === 'new' ? 'EEXIST' : 'ENOENT'),
    )
    return handle && openFile(handle)
  },
  rename,
  link: (from, to) =>
    link(from, to).then(
      () => 'linked',
      (error: unknown) => {
        const code = codeOf(error)
        if (code === 'EEXIST') return 'taken'
        if (code === 'ENOENT') return 'missing'
        if (NO_LINKS.has(code)) return 'unsupported'
        throw error
      },
    ),
  remove: (path) => rm(path, { force: true }),
  syncFolder,
}

function openFile(handle: FileHandle): OpenFile {
  let isClosed = false
  return {
    size: async () => (await handle.stat()).size,
    async read(offset, length) {
      const bytes = new Uint8Array(length)
      const { bytesRead } = await handle.read(bytes, 0, length, offset)
      return bytes.subarray(0, bytesRead)
    },
    async write(offset, bytes) {
      for (let written = 0; written < bytes.length;) {
        const part = await handle.write(bytes, written, bytes.length - written, offset + written)
        written += part.bytesWritten
      }
    },
    truncate: (size) => handle.truncate(size),
    sync: () => handle.datasync(),
    async close() {
      if (isClosed) return
      isClosed = true
      await handle.close()
    },
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
    if (codeOf(error) === 'ENOENT') return value
    throw error
  }
}

function unless(code: string): (error: unknown) => undefined {
  return (error) => {
    if (codeOf(error) !== code) throw error
    return undefined
  }
}

/** The operating system's name for a failure; throws the error on when it has none, because then it is a bug. */
export function codeOf(error: unknown): string {
  if (error instanceof Error && 'code' in error && typeof error.code === 'string') return error.code
  throw error
}
