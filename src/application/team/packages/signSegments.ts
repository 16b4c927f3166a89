import type { Change, ReplicaId } from '../../../domain/changes/Change'
import { splitChangeId } from '../../../domain/changes/ChangeId'
import type { KnownChanges } from '../../../domain/changes/KnownChanges'
import { groupBy } from '../../../domain/shared/groupBy'
import { success, type Result } from '../../../domain/shared/Result'
import { chunkText, cutChunks, type SegmentHeader, type SignedSegment } from '../../../domain/team/Segment'
import { partsOf } from '../../facts/Fact'
import { PROJECT_FACTS } from '../../facts/projectFacts'
import type { ProjectStore } from '../../store/ProjectStore'
import type { DeviceKeys, TeamPort } from '../TeamPort'

/** Households read at a time. */
const HOUSEHOLDS_AT_ONCE = 500

/** The signed segments that are kept here. */
async function segmentsOf(store: ProjectStore): Promise<readonly SignedSegment[]> {
  return (await store.records('segments')).map((text) => JSON.parse(text) as SignedSegment)
}

/**
 * Signs what this device wrote since it last did, a segment for each of its replicas, and keeps the segments. Whatever leaves the
 * device leaves signed. Refused: `not_saved`.
 */
export async function signSegments(
  store: ProjectStore,
  keys: DeviceKeys,
  port: TeamPort,
): Promise<Result<readonly SignedSegment[]>> {
  const kept = await segmentsOf(store)
  const unsigned = unsignedRuns(store.knownChanges(), kept, keys, port)
  if (unsigned.size === 0) return success(kept)
  const made: SignedSegment[] = []
  for (const [replica, changes] of await changesOfRuns(store, unsigned)) {
    const before = lastOf(kept, replica)
    const header: SegmentHeader = {
      device: keys.device,
      replica,
      from: seqOf(changes[0]),
      to: seqOf(changes.at(-1)),
      previous: before?.hash ?? null,
      chunks: cutChunks(changes, areaOf).map((chunk) => {
        return { from: seqOf(chunk[0]), to: seqOf(chunk.at(-1)), hash: port.hashText(chunkText(chunk)) }
      }),
    }
    const segment = port.sign(keys, header)
    const saved = await store.keepRecord('segments', JSON.stringify(segment))
    if (!saved.ok) return saved
    made.push(segment)
  }
  return success([...kept, ...made])
}

/** The last number of each own replica that no segment covers yet, by replica: its first unsigned and its last known. */
function unsignedRuns(
  known: KnownChanges,
  kept: readonly SignedSegment[],
  keys: DeviceKeys,
  port: TeamPort,
): ReadonlyMap<ReplicaId, readonly [first: number, last: number]> {
  const runs = new Map<ReplicaId, readonly [number, number]>()
  for (const replica of known.replicas()) {
    if (!port.isReplicaOf(keys.device, replica)) continue
    const first = (lastOf(kept, replica)?.header.to ?? 0) + 1
    const last = known.rangesOf(replica).find(([from, to]) => from <= first && first <= to)?.[1]
    if (last !== undefined) runs.set(replica, [first, last])
  }
  return runs
}

function lastOf(segments: readonly SignedSegment[], replica: ReplicaId): SignedSegment | undefined {
  const own = segments.filter(({ header }) => header.replica === replica)
  return own.reduce<SignedSegment | undefined>(
    (last, each) => (last === undefined || each.header.to > last.header.to ? each : last),
    undefined,
  )
}

async function changesOfRuns(
  store: ProjectStore,
  runs: ReadonlyMap<ReplicaId, readonly [number, number]>,
): Promise<ReadonlyMap<ReplicaId, readonly Change[]>> {
  const found: Change[] = []
  for await (const changes of allChanges(store, await store.householdsWithChanges()))
    for (const change of changes) {
      const { replica, seq } = splitChangeId(change.id)
      const run = runs.get(replica)
      if (run !== undefined && run[0] <= seq && seq <= run[1]) found.push(change)
    }
  const byReplica = groupBy(found, ({ id }) => splitChangeId(id).replica)
  for (const changes of byReplica.values()) changes.sort((left, right) => seqOf(left) - seqOf(right))
  return byReplica
}

/** The project's changes and those of these households, a portion at a time. */
export async function* allChanges(
  store: ProjectStore,
  households: readonly string[],
): AsyncGenerator<readonly Change[]> {
  yield await store.changesOfProject()
  for (let at = 0; at < households.length; at += HOUSEHOLDS_AT_ONCE) {
    const part = households.slice(at, at + HOUSEHOLDS_AT_ONCE)
    yield [...(await store.changesOfHouseholds(part)).values()].flat()
  }
}

/** The answers of an area are set aside by themselves where it is closed (`closedWork`). */
function areaOf({ path }: Change): string | undefined {
  return partsOf(PROJECT_FACTS.ofArea, path)?.[0]
}

function seqOf(change: Change | undefined): number {
  if (change === undefined) throw new Error('a segment without changes')
  return splitChangeId(change.id).seq
}
