import type { Change, ReplicaId } from '../changes/Change'
import { splitChangeId } from '../changes/ChangeId'
import { householdOf } from '../changes/householdOf'

/** A device is its public Ed25519 key, 64 hex digits. */
export type DeviceId = string

/** SHA-256 in hex. */
export type Sha256 = string

/**
 * A run of one replica's changes as its author signed it. The chunks part the run; each is of one household, or of the
 * project. Whoever passes a segment on may leave chunks out, which the signature survives, but cannot alter one.
 */
export interface SegmentHeader {
  readonly device: DeviceId
  readonly replica: ReplicaId
  /** First and last sequence number, both included. */
  readonly from: number
  readonly to: number
  /** Hash of the replica's segment before this one; null where `from` is 1. */
  readonly previous: Sha256 | null
  readonly chunks: readonly SegmentChunk[]
}

export interface SegmentChunk {
  readonly from: number
  readonly to: number
  /** Of the chunk's changes as text, a line each. */
  readonly hash: Sha256
}

export interface SignedSegment {
  readonly header: SegmentHeader
  /** Of the header: `segmentHash` of its text. */
  readonly hash: Sha256
  /** Ed25519 over the header's text, 128 hex digits. */
  readonly signature: string
}

/** A signed segment with those of its chunks that came along. */
export interface SegmentPart {
  readonly segment: SignedSegment
  readonly changes: readonly Change[]
}

/** What is signed and hashed: one text for one header, whoever writes it. */
export function headerText({ device, replica, from, to, previous, chunks }: SegmentHeader): string {
  const runs = chunks.map((chunk) => [chunk.from, chunk.to, chunk.hash])
  return JSON.stringify(['yihu segment 1', device, replica, from, to, previous, runs])
}

/** A chunk's text: what its hash is of. A change keeps the order of its fields wherever it is kept. */
export function chunkText(changes: readonly Change[]): string {
  return changes.map((change) => `${JSON.stringify(change)}\n`).join('')
}

/**
 * Changes of one replica in their order, cut where the household changes, or what `partOf` says of a change of the project: what
 * may be taken or left by itself is a chunk of its own.
 */
export function cutChunks(
  changes: readonly Change[],
  partOf: (change: Change) => string | undefined,
): readonly (readonly Change[])[] {
  const chunks: Change[][] = []
  let [scope, part]: readonly (string | undefined)[] = []
  for (const change of changes) {
    const household = householdOf(change.entity, change.entityId)
    const ownPart = household === undefined ? partOf(change) : undefined
    if (household !== scope || ownPart !== part || chunks.length === 0) chunks.push([])
    ;[scope, part] = [household, ownPart]
    chunks.at(-1)?.push(change)
  }
  return chunks
}

/** Whether chunks lie end to end from the first to the last number. */
export function isWholeRun({ from, to, previous, chunks }: SegmentHeader): boolean {
  let next = from
  for (const chunk of chunks) {
    if (chunk.from !== next || chunk.to < chunk.from) return false
    next = chunk.to + 1
  }
  return chunks.length > 0 && next === to + 1 && (from === 1) === (previous === null)
}

/** Whether changes are exactly those that a chunk numbers, in their order, all of one household or of the project. */
export function isOfChunk(changes: readonly Change[], replica: ReplicaId, chunk: SegmentChunk): boolean {
  const [first] = changes
  if (first === undefined || changes.length !== chunk.to - chunk.from + 1) return false
  const scope = householdOf(first.entity, first.entityId)
  return changes.every((change, index) => {
    const id = splitChangeId(change.id)
    return (
      id.replica === replica &&
      id.seq === chunk.from + index &&
      householdOf(change.entity, change.entityId) === scope
    )
  })
}

/**
 * Whether each of `coming` fits behind what is known of its replica: where a segment is known that ends just before it, its
 * `previous` is that one's hash. A gap is no fault: packages come in any order.
 */
export function brokenChain(
  known: readonly SignedSegment[],
  coming: readonly SignedSegment[],
): SignedSegment | undefined {
  const endings = new Map<string, Set<Sha256>>()
  for (const { header, hash } of [...known, ...coming]) {
    const key = `${header.replica}:${header.to}`
    endings.set(key, (endings.get(key) ?? new Set()).add(hash))
  }
  const isBroken = ({ header: { replica, from, previous } }: SignedSegment): boolean => {
    const before = endings.get(`${replica}:${from - 1}`)
    return previous !== null && before !== undefined && !before.has(previous)
  }
  return [...coming, ...known].find(isBroken)
}
