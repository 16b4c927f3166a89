import type { Change, ChangeId } from '../../../domain/changes/Change'
import type { Refusal, Result } from '../../../domain/shared/Result'
import type { OpenedPackage, TeamPort } from '../TeamPort'
import { withLeadChanges, type TeamView } from './TeamView'

/** A package as it lies in a file, read when its turn comes. */
export interface PackageFile {
  /** What it is called in verdicts. */
  readonly file: string
  /** Refused where it cannot be read: the package by itself, none of the others. */
  read(): Promise<Result<Uint8Array>>
}

/** The view with the lead's changes in any of these packages; those that cannot be read are noted in `unread`. */
export async function withAllLeadChanges(
  view: TeamView,
  files: readonly PackageFile[],
  identity: string,
  port: TeamPort,
  unread: Map<PackageFile, Refusal>,
  tell: (nth: number) => void,
): Promise<TeamView> {
  const said: Change[] = []
  const seen = new Set<ChangeId>()
  for (const [index, file] of files.entries()) {
    tell(index + 1)
    const bytes = await file.read()
    if (!bytes.ok) {
      unread.set(file, bytes)
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

/** The packages in their order. One that could not be read before stays unread: the lead's changes in it are not in the view. */
export async function* openedAhead(
  files: readonly PackageFile[],
  identity: string,
  port: TeamPort,
  unread: ReadonlyMap<PackageFile, Refusal>,
): AsyncGenerator<OpenedFile> {
  const open = async (index: number): Promise<OpenedFile> => {
    const own = files[index] as PackageFile
    const { file } = own
    const bytes = unread.get(own) ?? (await own.read())
    if (!bytes.ok) return { file, bytes: new Uint8Array(), result: bytes }
    return { file, bytes: bytes.value, result: await port.open(file, bytes.value, identity) }
  }
  const underWay: Promise<OpenedFile>[] = []
  for (const index of files.keys()) {
    for (let next = index + underWay.length; next < Math.min(index + 1 + AHEAD, files.length); next++) {
      const opening = open(next)
      // Whoever awaits it gets the error; a merge that ends earlier does not need it.
      opening.catch(() => undefined)
      underWay.push(opening)
    }
    yield (await underWay.shift()) as OpenedFile
  }
}
