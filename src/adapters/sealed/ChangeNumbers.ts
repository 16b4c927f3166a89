import { prepareWrite } from '../../application/store/prepareWrite'
import type { ReplicaClock } from '../../domain/changes/assignChanges'
import type { Change, Entity, ReplicaId } from '../../domain/changes/Change'
import type { ChangeDraft } from '../../domain/changes/ChangeDraft'
import { success, type Result } from '../../domain/shared/Result'

/** The numbers that this opening gives to its changes, and the people it takes them from. */
export class ChangeNumbers {
  #clock: ReplicaClock
  readonly #people = new Set<string>()

  /** `lamport`: the highest that is known. */
  constructor(replica: ReplicaId, lamport: number) {
    this.#clock = { replica, lastSeq: 0, lamport }
  }

  /** Checks the drafts and numbers them. Synchronous: two writes at once must not get the same numbers. */
  give(
    drafts: readonly ChangeDraft[],
    readNow: (entity: Entity, entityId: string) => readonly Change[],
  ): Result<readonly Change[]> {
    const prepared = prepareWrite(drafts, this.#clock, this.#people, readNow)
    if (!prepared.ok) return prepared
    const { changes, clock } = prepared.value
    this.#clock = clock
    this.note(changes)
    return success(changes)
  }

  /** These are part of the project: what is numbered from now on comes after them, and their people may write. */
  note(changes: readonly Change[]): void {
    let { lamport } = this.#clock
    for (const change of changes) {
      lamport = Math.max(lamport, change.lamport)
      if (change.entity === 'person') this.#people.add(change.entityId)
    }
    this.#clock = { ...this.#clock, lamport }
  }
}
