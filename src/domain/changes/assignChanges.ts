import type { Change, ChangeId, Entity, ReplicaId } from './Change'
import { draftOfElement, type ChangeDraft } from './ChangeDraft'
import { makeChangeId } from './ChangeId'
import { headsOf } from './foldChanges'

/** Where a replica stands: the last number it gave, and the highest Lamport counter it has seen. */
export interface ReplicaClock {
  readonly replica: ReplicaId
  readonly lastSeq: number
  readonly lamport: number
}

export interface AssignedChanges {
  readonly changes: readonly Change[]
  readonly clock: ReplicaClock
}

/**
 * Drafts made into changes, in their order: the next numbers of the replica, a Lamport counter above all known ones,
 * and the heads they replace. `knownChanges` gives what is known of an entity before this write.
 */
export function assignChanges(
  drafts: readonly ChangeDraft[],
  clock: ReplicaClock,
  knownChanges: (entity: Entity, entityId: string) => readonly Change[],
): AssignedChanges {
  const ids = drafts.map((_, index) => makeChangeId(clock.replica, clock.lastSeq + index + 1))
  const madeOfPath = new Map<string, Change[]>()
  const changes = ids.map((id, index): Change => {
    const draft = drafts[index] as ChangeDraft
    const { entity, entityId, value, person, at } = draft
    const path = withElementIds(draft.path, ids)
    const key = JSON.stringify([entity, entityId, path])
    const made = madeOfPath.get(key) ?? []
    const knownOfPath = knownChanges(entity, entityId).filter((known) => known.path === path)
    const change: Change = {
      id,
      lamport: clock.lamport + index + 1,
      entity,
      entityId,
      path,
      value,
      replaces: draft.replaces ?? headsOf([...knownOfPath, ...made]).map((head) => head.id),
      ...(draft.evidence !== undefined && { evidence: draft.evidence }),
      person,
      at,
      ...(draft.reason !== undefined && { reason: draft.reason }),
    }
    madeOfPath.set(key, [...made, change])
    return change
  })
  const { replica, lastSeq, lamport } = clock
  return { changes, clock: { replica, lastSeq: lastSeq + drafts.length, lamport: lamport + drafts.length } }
}

function withElementIds(path: string, ids: readonly ChangeId[]): string {
  const parts = path.split('/').map((part) => {
    const index = draftOfElement(part)
    if (index === undefined) return part
    const id = ids[index]
    if (id === undefined) throw new Error(`${path}: this write has no draft ${index}`)
    return id
  })
  return parts.join('/')
}
