import { join } from 'node:path'
import type { ReplicaId } from '../../domain/changes/Change'
import { KnownChanges, type SeqRanges } from '../../domain/changes/KnownChanges'
import type { Conflict } from '../../domain/team/conflictsIn'
import { readIfThere, writeDurably } from './folderFiles'

/** Where a household's changes lie: runs of lines in pack files. */
export interface PackRun {
  readonly pack: number
  readonly offset: number
  readonly length: number
}

/** What is known of a household, or of the project under the empty id, without reading its changes. */
export interface IndexedScope {
  /** Hash of its projection. */
  readonly digest: string
  readonly runs: readonly PackRun[]
  readonly conflicts: readonly Conflict[]
}

/** The folder's list of contents. What it does not name is not there: writing it is what commits a merge. */
export interface FolderIndex {
  readonly packs: number
  readonly lamport: number
  readonly known: KnownChanges
  readonly scopes: Map<string, IndexedScope>
}

const FILE = 'index.json'

/** As it lies on the disk: runs are lists of numbers, and a scope's conflicts are left out where there are none. */
interface StoredIndex {
  readonly format: 1
  readonly packs: number
  readonly lamport: number
  readonly replicas: readonly (readonly [ReplicaId, SeqRanges])[]
  readonly scopes: Readonly<Record<string, StoredScope>>
}

type StoredScope = readonly [digest: string, runs: readonly number[], conflicts?: readonly Conflict[]]

export function emptyIndex(): FolderIndex {
  return { packs: 0, lamport: 0, known: new KnownChanges(), scopes: new Map() }
}

/** Undefined where nothing was merged yet. Throws on an index that is none: it is written whole or not at all. */
export async function readIndex(folder: string): Promise<FolderIndex | undefined> {
  const bytes = await readIfThere(join(folder, FILE))
  if (bytes === undefined) return undefined
  const stored = JSON.parse(bytes.toString('utf8')) as StoredIndex
  if (stored.format !== 1) throw new Error(`${join(folder, FILE)} was written by a newer version`)
  const scopes = new Map<string, IndexedScope>()
  for (const [scope, [digest, numbers, conflicts = []]] of Object.entries(stored.scopes))
    scopes.set(scope, { digest, runs: runsOf(numbers), conflicts })
  return { packs: stored.packs, lamport: stored.lamport, known: new KnownChanges(stored.replicas), scopes }
}

export async function writeIndex(
  folder: string,
  { packs, lamport, known, scopes }: FolderIndex,
): Promise<void> {
  const replicas = known.replicas().map((replica) => [replica, known.rangesOf(replica)] as const)
  const head = JSON.stringify({ format: 1, packs, lamport, replicas })
  // Scope by scope: a province's index is some megabytes, and a person may read it.
  const lines = [...scopes].map(([scope, { digest, runs, conflicts }]) => {
    const numbers = runs.flatMap(({ pack, offset, length }) => [pack, offset, length])
    const stored: StoredScope = conflicts.length === 0 ? [digest, numbers] : [digest, numbers, conflicts]
    return `${JSON.stringify(scope)}:${JSON.stringify(stored)}`
  })
  await writeDurably(join(folder, FILE), `${head.slice(0, -1)},"scopes":{\n${lines.join(',\n')}\n}}\n`)
}

function runsOf(numbers: readonly number[]): readonly PackRun[] {
  const runs: PackRun[] = []
  for (let at = 0; at + 2 < numbers.length; at += 3)
    runs.push({ pack: numbers[at] ?? 0, offset: numbers[at + 1] ?? 0, length: numbers[at + 2] ?? 0 })
  return runs
}
