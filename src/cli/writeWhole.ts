import { randomBytes } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { readdir, rename, rm } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { DISK } from '../../electron/disk/files'
import { isLiving } from '../../electron/disk/processes'
import { withFile } from '../adapters/files/FileTrouble'
import { refusals, success, type Result } from '../domain/shared/Result'
import { fileProblem } from './fileProblem'

export type FileContent = Uint8Array | Iterable<string | Uint8Array> | AsyncIterable<string | Uint8Array>

export interface WrittenFile {
  readonly path: string
  readonly contentOf: () => FileContent | Promise<FileContent>
}

/**
 * Writes files whole, and all of them or none: beside their places first, then each into its place. Refused: what `fileProblem`
 * tells. Where a disk knows no hard links, or refuses to put them back too, files that were replaced before a later one failed stay
 * replaced: each is whole.
 */
export async function writeWhole(files: readonly WrittenFile[]): Promise<Result<null>> {
  const placed: Placing[] = []
  const written: Placing[] = []
  try {
    for (const { path, contentOf } of files) {
      await removeDeadParts(path)
      const own = placingOf(path)
      written.push(own)
      const content = await contentOf()
      const parts = content instanceof Uint8Array ? [content] : content
      await withFile('write', path, () =>
        pipeline(Readable.from(parts), createWriteStream(own.aside, { flush: true })),
      )
    }
    for (const own of written) {
      if (written.length > 1) own.hasOlder = await keepOlder(own)
      await withFile('write', own.path, () => rename(own.aside, own.path))
      placed.push(own)
    }
    return success(null)
  } catch (error) {
    const problem = fileProblem(error)
    for (const own of placed) await putBack(own).catch(() => undefined)
    return refusals([problem])
  } finally {
    for (const { aside, older } of written)
      for (const path of [aside, older]) await rm(path, { force: true }).catch(() => undefined)
  }
}

interface Placing {
  readonly path: string
  readonly aside: string
  /** What lay in its place. */
  readonly older: string
  hasOlder: 'yes' | 'no' | 'unknown'
}

function placingOf(path: string): Placing {
  const own = `${path}.${process.pid}-${randomBytes(4).toString('hex')}`
  return { path, aside: `${own}.part`, older: `${own}.old.part`, hasOlder: 'unknown' }
}

async function keepOlder({ path, older }: Placing): Promise<Placing['hasOlder']> {
  switch (await withFile('write', path, () => DISK.link(path, older))) {
    case 'linked':
      return 'yes'
    case 'missing':
      return 'no'
    case 'taken':
    case 'unsupported':
      return 'unknown'
  }
}

async function putBack({ path, older, hasOlder }: Placing): Promise<void> {
  if (hasOlder === 'yes') await rename(older, path)
  if (hasOlder === 'no') await rm(path)
}

/** What a process that was killed had written beside this file. */
async function removeDeadParts(path: string): Promise<void> {
  const names = await readdir(dirname(path)).catch((): string[] => [])
  for (const name of names) {
    if (!name.startsWith(`${basename(path)}.`)) continue
    const pid = /^\.(\d+)-[0-9a-f]{8}(\.old)?\.part$/.exec(name.slice(basename(path).length))?.[1]
    if (pid !== undefined && !isLiving(Number(pid)))
      await rm(join(dirname(path), name), { force: true }).catch(() => undefined)
  }
}
