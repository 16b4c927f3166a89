import { join } from 'node:path'
import type { ReplicaId } from '../../domain/changes/Change'
import { KnownChanges, type SeqRanges } from '../../domain/changes/KnownChanges'
import { damaged, FileTrouble, parseStored } from '../files/FileTrouble'
import { listFolder, readIfThere, removeIfPossible, writeDurably } from './folderFiles'
import { ScopeLines } from './ScopeLines'

/** The folder's list of contents. What it does not name does not count: writing it commits a merge. */
export interface FolderIndex {
  readonly packs: number
  readonly lamport: number
  readonly known: KnownChanges
  readonly scopes: ScopeLines
  /** Names of the files of segments. */
  readonly segments: readonly string[]
}

const FILE = 'index.json'
/** Partial indexes of later merges, named by their number of packs. */
const LATER = /^index\.\d{6,}\.json$/
/** A partial index is written while all of them cover less than one in this many households, and there are not too many to read. */
const LATER_SHARE = 4
const MOST_LATER = 50

/** Its first line, before the households. */
interface Head {
  readonly format: 1
  readonly packs: number
  readonly lamport: number
  readonly replicas: readonly (readonly [ReplicaId, SeqRanges])[]
  readonly segments?: readonly string[]
}

interface Part {
  readonly head: Head
  readonly lines: Buffer
}

const SCOPES = ',"scopes":{\n'
const END = '\n}}\n'

export function emptyIndex(): FolderIndex {
  return { packs: 0, lamport: 0, known: new KnownChanges(), scopes: new ScopeLines(), segments: [] }
}

/** Undefined where nothing was merged yet. Throws `FileTrouble`, with the code `DAMAGED` or `NEWER` for an invalid index. */
export async function readIndex(folder: string): Promise<FolderIndex | undefined> {
  const scopes = new ScopeLines()
  const whole = await readPart(folder, FILE)
  if (whole === undefined) return undefined
  scopes.readWhole(whole.lines)
  let { head } = whole
  for (const name of await laterParts(folder, head.packs)) {
    const part = await readPart(folder, name)
    if (part === undefined) continue
    scopes.readLater(part.lines)
    head = part.head
  }
  const { packs, lamport, replicas, segments = [] } = head
  return { packs, lamport, known: new KnownChanges(replicas), scopes, segments }
}

/** Commits: writes the whole index, or only what changed while that is small. Either is one file, written atomically. */
export async function writeIndex(folder: string, index: FolderIndex): Promise<void> {
  const { packs, lamport, known, scopes, segments } = index
  const replicas = known.replicas().map((replica) => [replica, known.rangesOf(replica)] as const)
  const head = JSON.stringify({ format: 1, packs, lamport, replicas, segments } satisfies Head)
  const later = await laterParts(folder, -1)
  const isPart = scopes.isWholeBut(LATER_SHARE) && later.length < MOST_LATER
  const lines = isPart ? scopes.changedText() : scopes.wholeText()
  const text = `${head.slice(0, -1)}${SCOPES}${lines}${END}`
  await writeDurably(join(folder, isPart ? laterName(packs) : FILE), text)
  scopes.settle(isPart ? undefined : lines)
  // The whole index contains them now, and its number shows that: a file that is not removed does no harm.
  if (!isPart) for (const name of later) await removeIfPossible(join(folder, name))
}

async function readPart(folder: string, name: string): Promise<Part | undefined> {
  const bytes = await readIfThere(join(folder, name))
  if (bytes === undefined) return undefined
  const [begin, end] = [bytes.indexOf(SCOPES), bytes.lastIndexOf(END)]
  if (begin === -1 || end < begin) throw damaged(join(folder, name))
  const head = parseStored(join(folder, name), `${bytes.toString('utf8', 0, begin)}}`) as Head
  if (head.format !== 1) throw new FileTrouble(join(folder, name), 'read', { code: 'NEWER' })
  return { head, lines: bytes.subarray(begin + SCOPES.length, end) }
}

/** Partial indexes committed after the whole index of this many packs, oldest first. */
async function laterParts(folder: string, packs: number): Promise<readonly string[]> {
  const names = (await listFolder(folder)).filter((name) => LATER.test(name)).sort()
  return names.filter((name) => name >= laterName(packs + 1))
}

function laterName(packs: number): string {
  return `index.${String(packs).padStart(6, '0')}.json`
}
