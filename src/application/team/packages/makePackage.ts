import type { Change, ReplicaId } from '../../../domain/changes/Change'
import { householdOf } from '../../../domain/changes/householdOf'
import { splitChangeId } from '../../../domain/changes/ChangeId'
import { parseAttachmentName } from '../../../domain/interview/attachmentName'
import type { Json } from '../../../domain/shared/Json'
import { refusal, success, type Result } from '../../../domain/shared/Result'
import type { SegmentPart, SignedSegment } from '../../../domain/team/Segment'
import { currentRoster } from '../../roster/adoptRoster'
import { readFact } from '../../facts/Fact'
import { HOUSEHOLD_FACTS } from '../../facts/householdFacts'
import type { ProjectStore, RosterPart } from '../../store/ProjectStore'
import { deviceOf } from '../roll/deviceOf'
import { recoveryOf } from '../roll/keepRoll'
import { allChanges, signSegments } from './signSegments'
import type { PackageKind, TeamPort } from '../TeamPort'

export interface PackageOrder {
  readonly kind: PackageKind
  readonly title: string
  /** age recipients; the recovery key is added. */
  readonly recipients: readonly string[]
  /** What is about these households travels, with everything of the project; null: everything. */
  readonly households: ReadonlySet<string> | null
  /** Of what is about them only this travels, and no village's list; left out: all of it. */
  readonly only?: (change: Change) => boolean
  /** Who sends it, and when by this laptop's clock. */
  readonly names: readonly string[]
  readonly made: string
}

/**
 * Makes a package of what is known here: this device's changes, signed now, and others' as they signed them. Refused:
 * `team_unled` (no recovery key yet), `not_saved`.
 */
export async function makePackage(
  store: ProjectStore,
  order: PackageOrder,
  port: TeamPort,
): Promise<Result<Uint8Array>> {
  const keys = await deviceOf(store)
  const recovery = await recoveryOf(store)
  if (keys === undefined || recovery === undefined) return refusal('team_unled')
  const signed = await signSegments(store, keys, port)
  if (!signed.ok) return signed
  const known = await store.householdsWithChanges()
  const { households, only } = order
  const wanted = households === null ? known : known.filter((household) => households.has(household))
  const changes: Change[] = []
  for await (const part of allChanges(store, wanted))
    changes.push(...(only === undefined ? part : part.filter((each) => isOfProject(each) || only(each))))
  const { kind, title, names, made } = order
  return success(
    await port.write(
      {
        manifest: {
          kind,
          project: { id: store.projectId, title },
          sender: { device: keys.device, recipient: keys.recipient, names },
          recipients: [...new Set([...order.recipients, recovery])],
          made,
        },
        segments: partsOf(signed.value, changes),
        rosters: await rosterParts(store, only === undefined ? households : new Set()),
        attachments: await attachmentsOf(store, changes),
      },
      keys,
    ),
  )
}

function isOfProject({ entity, entityId }: Change): boolean {
  return householdOf(entity, entityId) === undefined
}

/** The segments with those of their chunks of which every change is at hand; a segment without any is left out. */
function partsOf(segments: readonly SignedSegment[], changes: readonly Change[]): readonly SegmentPart[] {
  const byReplica = new Map<ReplicaId, Map<number, Change>>()
  for (const change of changes) {
    const { replica, seq } = splitChangeId(change.id)
    const own = byReplica.get(replica) ?? new Map<number, Change>()
    if (own.size === 0) byReplica.set(replica, own)
    own.set(seq, change)
  }
  const ordered = [...segments].sort(
    ({ header: left }, { header: right }) =>
      (left.replica < right.replica ? -1 : left.replica > right.replica ? 1 : 0) || left.from - right.from,
  )
  return ordered.flatMap((segment) => {
    const own = byReplica.get(segment.header.replica) ?? new Map<number, Change>()
    const present = segment.header.chunks.flatMap(({ from, to }) => {
      // What a header claims may be any number.
      if (to - from >= own.size) return []
      const chunk = Array.from({ length: to - from + 1 }, (_, index) => own.get(from + index))
      return chunk.every((change) => change !== undefined) ? chunk : []
    })
    return present.length === 0 ? [] : [{ segment, changes: present }]
  })
}

/** The villages of the current roster in which these households live; others only by name. */
async function rosterParts(
  store: ProjectStore,
  households: ReadonlySet<string> | null,
): Promise<readonly RosterPart[]> {
  const hash = await currentRoster(store)
  const villages = hash === undefined ? undefined : await store.rosterVillages(hash)
  if (hash === undefined || villages === undefined) return []
  const wanted = new Set<string>()
  for (const village of villages) {
    const own = (await store.rosterVillage(hash, village)) ?? []
    if (households === null || own.some(({ id }) => households.has(id))) wanted.add(village)
  }
  const part = await store.rosterPart(hash, wanted)
  return part === undefined ? [] : [part]
}

/** The pictures and sounds that answers and rebuttals name, as far as they are kept here. */
async function attachmentsOf(
  store: ProjectStore,
  changes: readonly Change[],
): Promise<ReadonlyMap<string, Uint8Array>> {
  const found = new Map<string, Uint8Array>()
  for (const change of changes) {
    for (const text of possibleAttachmentNames(change)) {
      const name = typeof text === 'string' ? parseAttachmentName(text) : null
      const bytes = name === null || found.has(name.kept) ? undefined : await store.attachment(name.kept)
      if (name !== null && bytes !== undefined) found.set(name.kept, bytes)
    }
  }
  return found
}

/** What may be a name: an answer's texts, whatever its question, and a rebuttal's pictures. */
function possibleAttachmentNames({ entity, path, value }: Change): readonly Json[] {
  if (entity === 'interview') return [value].flat()
  if (path !== HOUSEHOLD_FACTS.rebuttal.path) return []
  return readFact(HOUSEHOLD_FACTS.rebuttal, { value })?.pictures ?? []
}
