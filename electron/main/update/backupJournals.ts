import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { copyBytes, hashBytes } from '../../disk/copyBytes'
import { codeOf, replaceFile, type FileLayer } from '../../disk/files'
import type { ReadableFile } from '../../disk/openToRead'

/** Of the copies of before, so many stay beside the new one. */
const KEPT_BEFORE = 1
const SUMS = 'SHA256SUMS'

export type JournalsBackup =
  /** `folder`: its name; null where there is no project. */
  | { readonly kind: 'done'; readonly folder: string | null }
  | { readonly kind: 'failed'; readonly code: string }

/**
 * Copies the journals of all projects, sealed as they are, into a folder of their own in `into`, reads each copy again and compares
 * it, and writes the hashes beside them as `sha256sum -c` reads them. All or nothing; the copy before the last goes when it is done.
 * It may run while a journal is appended to: the log is copied before the files that it names, and the header, which has every
 * key, last. Restored by copying the folders back: a project opens from its journal alone.
 */
export async function backupJournals(
  files: FileLayer,
  journals: string,
  into: string,
  { version, at }: { readonly version: string; readonly at: Date },
  onPart: (done: number, total: number) => void,
): Promise<JournalsBackup> {
  const folder = `${version}-${stampOf(at)}`
  const aside = join(into, `${folder}.part`)
  try {
    const wanted = await filesToCopy(files, journals)
    if (wanted.length === 0) return { kind: 'done', folder: null }
    await rm(aside, { recursive: true, force: true })
    await copyAll(files, journals, aside, wanted, onPart)
    await files.rename(aside, join(into, folder))
    await files.syncFolder(into)
    await removeOlder(files, into, folder)
    return { kind: 'done', folder }
  } catch (error) {
    await rm(aside, { recursive: true, force: true }).catch(() => undefined)
    return { kind: 'failed', code: codeOf(error) }
  }
}

/** Paths below the journals' folder, in the order of copying: a project's log, what else lies there, its header. */
async function filesToCopy(files: FileLayer, journals: string): Promise<readonly (readonly string[])[]> {
  const paths: string[][] = []
  for (const project of await files.list(journals)) {
    if (!/^[0-9a-f]{32}$/.test(project)) continue
    const names = await files.list(join(journals, project))
    const bulk = names.includes('bulk') ? await files.list(join(journals, project, 'bulk')) : []
    const torn = names.filter((name) => name.startsWith('torn-'))
    const own = ['journal.log', ...torn].filter((name) => names.includes(name)).map((name) => [project, name])
    paths.push(...own, ...bulk.filter(isWhole).map((name) => [project, 'bulk', name]))
    if (names.includes('project.json')) paths.push([project, 'project.json'])
  }
  return paths
}

function isWhole(name: string): boolean {
  return !name.endsWith('.part')
}

async function copyAll(
  files: FileLayer,
  journals: string,
  to: string,
  paths: readonly (readonly string[])[],
  onPart: (done: number, total: number) => void,
): Promise<void> {
  const total = await sizeOf(files, journals, paths)
  const sums: string[] = []
  let done = 0
  for (const path of paths) {
    await files.makeFolder(join(to, ...path.slice(0, -1)))
    const sum = await copyOne(files, join(journals, ...path), join(to, ...path), (bytes) => {
      done += bytes
      onPart(Math.min(done, total), total)
    })
    sums.push(`${sum}  ${path.join('/')}\n`)
  }
  await replaceFile(files, join(to, SUMS), Buffer.from(sums.join(''), 'utf8'))
}

/** Throws EIO where the copy does not read as what was written. */
async function copyOne(
  files: FileLayer,
  from: string,
  to: string,
  onPart: (bytes: number) => void,
): Promise<string> {
  const sum = await reading(files, from, async (file) =>
    copyBytes(files, file, { start: 0, end: await file.size() }, to, onPart),
  )
  const read = await reading(files, to, async (file) => hashBytes(file, { start: 0, end: await file.size() }))
  if (read !== sum) throw Object.assign(new Error(`${to} is not what was written`), { code: 'EIO' })
  return sum
}

async function sizeOf(
  files: FileLayer,
  journals: string,
  paths: readonly (readonly string[])[],
): Promise<number> {
  let total = 0
  for (const path of paths) total += await reading(files, join(journals, ...path), (file) => file.size())
  return total
}

async function reading<T>(
  files: FileLayer,
  path: string,
  work: (file: ReadableFile) => Promise<T>,
): Promise<T> {
  const file = await files.open(path, 'existing')
  if (file === undefined) throw Object.assign(new Error(`${path} is missing`), { code: 'ENOENT' })
  try {
    return await work(file)
  } finally {
    await file.close()
  }
}

/** By their time, whatever the version: what else lies there is left alone. */
async function removeOlder(files: FileLayer, into: string, newest: string): Promise<void> {
  const timeOf = (name: string) => /^\d+\.\d+\.\d+.*-(\d{8}-\d{6})$/.exec(name)?.[1] ?? ''
  const before = (await files.list(into)).filter((name) => name !== newest && timeOf(name) !== '')
  before.sort((one, other) => (timeOf(one) < timeOf(other) ? 1 : -1))
  for (const name of before.slice(KEPT_BEFORE)) await rm(join(into, name), { recursive: true, force: true })
}

/** `20201231-080000`, by UTC. */
function stampOf(at: Date): string {
  return at.toISOString().slice(0, 19).replaceAll(/[-:]/g, '').replace('T', '-')
}
