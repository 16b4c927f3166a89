import type { Change, ChangeId, Entity, ReplicaId } from './Change'
import { draftOfElement, type ChangeDraft } from './ChangeDraft'
import { makeChangeId } from './ChangeId'
import { headsOf } from './foldChanges'
import { groupBy } from '../shared/groupBy'
import type { Json } from '../shared/Json'

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
  const heads = new PathHeads(knownChanges)
  const changes = ids.map((id, index): Change => {
    const draft = drafts[index] as ChangeDraft
    const { entity, entityId, person, at } = draft
    const path = withElementIds(draft.path, ids)
    const change: Change = {
      id,
      lamport: clock.lamport + index + 1,
      entity,
      entityId,
      path,
      value: withId(draft, ids),
      replaces: draft.replaces ?? heads.of(entity, entityId, path),
      ...(draft.evidence !== undefined && { evidence: draft.evidence }),
      person,
      at,
      ...(draft.reason !== undefined && { reason: draft.reason }),
    }
    heads.add(change)
    return change
  })
  const { replica, lastSeq, lamport } = clock
  return { changes, clock: { replica, lastSeq: lastSeq + drafts.length, lamport: lamport + drafts.length } }
}

/** The heads of paths while drafts become changes, each of which may follow another of the same write. */
class PathHeads {
  readonly #knownChanges: (entity: Entity, entityId: string) => readonly Change[]
  /** What is known, by entity, then path: read once, however many drafts name it. */
  readonly #known = new Map<string, ReadonlyMap<string, readonly Change[]>>()
  readonly #heads = new Map<string, readonly ChangeId[]>()

  constructor(knownChanges: (entity: Entity, entityId: string) => readonly Change[]) {
    this.#knownChanges = knownChanges
  }

  of(entity: Entity, entityId: string, path: string): readonly ChangeId[] {
    return this.#heads.get(pathKey(entity, entityId, path)) ?? this.#knownHeads(entity, entityId, path)
  }

  /** The change is newer than all known: what it replaces is no head any more. */
  add({ id, entity, entityId, path, replaces }: Change): void {
    const replaced = new Set(replaces)
    const others = this.of(entity, entityId, path).filter((head) => !replaced.has(head))
    this.#heads.set(pathKey(entity, entityId, path), [...others, id])
  }

  #knownHeads(entity: Entity, entityId: string, path: string): readonly ChangeId[] {
    const key = pathKey(entity, entityId, '')
    const known = this.#known.get(key) ?? groupBy(this.#knownChanges(entity, entityId), ({ path }) => path)
    this.#known.set(key, known)
    return headsOf(known.get(path) ?? []).map(({ id }) => id)
  }
}

function pathKey(entity: Entity, entityId: string, path: string): string {
  return JSON.stringify([entity, entityId, path])
}

function withId({ value, idIn }: ChangeDraft, ids: readonly ChangeId[]): Json {
  if (idIn === undefined) return value
  const id = ids[idIn.draft]
  if (id === undefined || typeof value !== 'object' || value === null || Array.isArray(value))
    throw new Error(`this write has no draft ${idIn.draft}, or no field for its id`)
  return { ...value, [idIn.field]: id }
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
