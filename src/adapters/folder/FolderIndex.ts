import { join } from 'node:path'
import type { ReplicaId } from '../../domain/changes/Change'
import { KnownChanges, type SeqRanges } from '../../domain/changes/KnownChanges'
import { readIfThere, writeDurably } from './folderFiles'
import { ScopeLines } from './ScopeLines'

/** The folder's list of contents. What it does not name is not there: writing it is what commits a merge. */
export interface FolderIndex {
  readonly packs: number
  readonly lamport: number
  readonly known: KnownChanges
  readonly scopes: ScopeLines
}

const FILE = 'index.json'

/** Its first line, before the households. */
interface Head {
  readonly format: 1
  readonly packs: number
  readonly lamport: number
  readonly replicas: readonly (readonly [ReplicaId, SeqRanges])[]
}

const SCOPES = ',"scopes":{'
const END = '}}'

export function emptyIndex(): FolderIndex {
  return { packs: 0, lamport: 0, known: new KnownChanges(), scopes: new ScopeLines() }
}

/** Undefined where nothing was merged yet. Throws on an index that is none: it is written whole or not at all. */
export async function readIndex(folder: string): Promise<FolderIndex | undefined> {
  const bytes = await readIfThere(join(folder, FILE))
  if (bytes === undefined) return undefined
  const [first = '', ...lines] = bytes.toString('utf8').trimEnd().split('\n')
  if (!first.endsWith(SCOPES) || lines.pop() !== END)
    throw new Error(`${join(folder, FILE)} is no index of a folder`)
  const head = JSON.parse(`${first.slice(0, -SCOPES.length)}}`) as Head
  if (head.format !== 1) throw new Error(`${join(folder, FILE)} was written by a newer version`)
  const scopes = ScopeLines.parse(lines.filter((line) => line !== ''))
  return { packs: head.packs, lamport: head.lamport, known: new KnownChanges(head.replicas), scopes }
}

export async function writeIndex(
  folder: string,
  { packs, lamport, known, scopes }: FolderIndex,
): Promise<void> {
  const replicas = known.replicas().map((replica) => [replica, known.rangesOf(replica)] as const)
  const head = JSON.stringify({ format: 1, packs, lamport, replicas } satisfies Head)
  await writeDurably(join(folder, FILE), `${head.slice(0, -1)}${SCOPES}\n${scopes.text()}\n${END}\n`)
}
