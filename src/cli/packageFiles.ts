import { readFileBytes } from '../adapters/files/readFileBytes'
import type { KeyFile } from '../adapters/package/keyFile'
import { withLeadChanges, type TeamView } from '../application/team/judgePackage'
import type { OpenedPackage, TeamPort } from '../application/team/TeamPort'
import type { Change, ChangeId } from '../domain/changes/Change'
import { refusals, success, type Refusal, type Result } from '../domain/shared/Result'
import { fileProblem } from './fileProblem'
import type { MergeStep } from './mergeFolder'
import { shownNames } from './shownNames'

/** The view with what the lead says in any of these packages; those that cannot be read are noted in `unread`. */
export async function withLeadsWords(
  view: TeamView,
  paths: readonly string[],
  { identity }: KeyFile,
  port: TeamPort,
  unread: Map<string, Refusal>,
  tell: (step: MergeStep) => void,
): Promise<TeamView> {
  const said: Change[] = []
  const seen = new Set<ChangeId>()
  for (const [index, path] of paths.entries()) {
    tell({ doing: 'reading', nth: index + 1, of: paths.length })
    const bytes = await readPackage(path)
    if (!bytes.ok) {
      unread.set(path, bytes)
      continue
    }
    const own = await port.wordOf(view.lead, bytes.value, identity)
    // The same words come with every package: kept once.
    for (const change of own) {
      if (seen.has(change.id)) continue
      seen.add(change.id)
      said.push(change)
    }
  }
  return withLeadChanges(view, said)
}

export interface OpenedFile {
  readonly file: string
  readonly bytes: Uint8Array
  readonly result: Result<OpenedPackage>
}

/** So many packages are opened, or being opened, while one is taken in: with one alone its thread would wait for this one. */
const AHEAD = 2

/** The packages in their order. What the lead says in one that could not be read was not heard: it stays unread. */
export async function* openedAhead(
  paths: readonly string[],
  { identity }: KeyFile,
  port: TeamPort,
  unread: ReadonlyMap<string, Refusal>,
): AsyncGenerator<OpenedFile> {
  const names = shownNames(paths)
  const open = async (index: number): Promise<OpenedFile> => {
    const [file, path] = [names[index] as string, paths[index] as string]
    const bytes = unread.get(path) ?? (await readPackage(path))
    if (!bytes.ok) return { file, bytes: new Uint8Array(), result: bytes }
    return { file, bytes: bytes.value, result: await port.open(file, bytes.value, identity) }
  }
  const underWay: Promise<OpenedFile>[] = []
  for (const index of paths.keys()) {
    for (let next = index + underWay.length; next < Math.min(index + 1 + AHEAD, paths.length); next++) {
      const opening = open(next)
      // Whoever waits for it is told; a merge that ends before that needs no word of it.
      opening.catch(() => undefined)
      underWay.push(opening)
    }
    yield (await underWay.shift()) as OpenedFile
  }
}

/** A package that cannot be read is refused by itself. */
async function readPackage(path: string): Promise<Result<Uint8Array>> {
  try {
    return success(await readFileBytes(path))
  } catch (error) {
    return refusals([fileProblem(error)])
  }
}
