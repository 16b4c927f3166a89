import { realpath, stat } from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'
import { isMissing, withFile } from '../adapters/files/FileTrouble'
import { isProjectFile } from '../adapters/folder/isProjectFile'
import type { Problem } from '../domain/shared/Problem'
import type { ProblemCode } from '../domain/shared/ProblemCode'

/** What a command is about to read and to write. */
export interface CommandPaths {
  /** Files that are read. */
  readonly reads?: readonly string[]
  /** A folder of merged packages that is read. */
  readonly readsFolder?: string
  /** Files that are written; what lies there already is replaced. */
  readonly writes?: readonly (string | null)[]
  /** Files that are written where nothing lies yet. */
  readonly makes?: readonly string[]
  /** A folder that is filled. */
  readonly fills?: string
}

/**
 * Why the outputs would destroy something, asked before anything is read: `output_is_input` and `output_twice` (one file, by
 * whatever path, link or letter case), `output_in_folder` (a merged folder's own file), `output_exists`, `output_holds_input`. Throws
 * `FileTrouble`.
 */
export async function outputProblems({
  reads = [],
  readsFolder,
  writes = [],
  makes = [],
  fills,
}: CommandPaths): Promise<readonly Problem[]> {
  const problems: Problem[] = []
  const seen: string[] = []
  for (const output of writes.filter((path) => path !== null)) {
    const input = await sameFileAmong(output, reads)
    const other = await sameFileAmong(output, seen)
    if (input !== undefined) problems.push(clash('output_is_input', output, { input }))
    if (other !== undefined) problems.push(clash('output_twice', output, { other }))
    const own = readsFolder === undefined ? undefined : await partUnder(readsFolder, output)
    if (readsFolder !== undefined && own !== undefined && isProjectFile(own))
      problems.push(clash('output_in_folder', output, { folder: readsFolder }))
    seen.push(output)
  }
  for (const path of makes)
    if ((await fileId(path)) !== undefined) problems.push(clash('output_exists', path))
  if (fills !== undefined)
    for (const input of reads)
      if ((await partUnder(fills, input)) !== undefined || (await isSameFile(fills, input)))
        problems.push(clash('output_holds_input', fills, { input }))
  return problems
}

function clash(code: ProblemCode, value: string, details: Problem['details'] = {}): Problem {
  return { code, severity: 'error', place: {}, value, details }
}

async function sameFileAmong(path: string, others: readonly string[]): Promise<string | undefined> {
  for (const other of others) if (await isSameFile(path, other)) return other
  return undefined
}

/** Files that are there are told apart by the file system itself: it knows links, and which letters it takes for one. */
async function isSameFile(left: string, right: string): Promise<boolean> {
  const [one, two] = [await fileId(left), await fileId(right)]
  if (one !== undefined && two !== undefined) return one === two
  // Of two that are not there yet nobody can ask; a disk that takes A and a for one is common.
  return one === two && (await futureId(left)) === (await futureId(right))
}

async function fileId(path: string): Promise<string | undefined> {
  const found = await ifThere(path, () => stat(path, { bigint: true }))
  if (found === undefined) return undefined
  // Some network disks number nothing.
  return found.ino === 0n ? await realpath(path) : `${found.dev}:${found.ino}`
}

async function futureId(path: string): Promise<string> {
  const folder = dirname(resolve(path))
  const name = basename(path).normalize().toLowerCase()
  return join((await fileId(folder)) ?? folder.toLowerCase(), name)
}

/** Undefined only where nothing is there: of what cannot be asked for nobody knows whether it would be destroyed. */
function ifThere<T>(path: string, ask: () => Promise<T>): Promise<T | undefined> {
  return withFile('read', path, () =>
    ask().catch((error: unknown) => {
      if (isMissing(error)) return undefined
      throw error
    }),
  )
}

/** The name, right under the folder, through which a path goes; undefined where it does not lie in the folder. */
async function partUnder(folder: string, path: string): Promise<string | undefined> {
  const wanted = await fileId(folder)
  if (wanted === undefined) return undefined
  const real = await ifThere(path, () => realpath(path))
  for (const start of real === undefined ? [resolve(path)] : [resolve(path), real])
    for (let at = start; at !== dirname(at); at = dirname(at))
      if ((await fileId(dirname(at))) === wanted) return basename(at)
  return undefined
}
