import { closingsWith, NOTHING_CLOSED, type Closings } from '../../application/census/closings'
import { clockAfter, peopleWith, prepareWrite } from '../../application/store/prepareWrite'
import type { ReplicaClock } from '../../domain/changes/assignChanges'
import type { Change, Entity, ReplicaId } from '../../domain/changes/Change'
import type { ChangeDraft } from '../../domain/changes/ChangeDraft'
import { success, type Result } from '../../domain/shared/Result'

/** Assigns numbers to the changes of this opening, and knows the people who may make them and what is closed to them. */
export class ChangeNumbers {
  #clock: ReplicaClock
  #people: ReadonlySet<string> = new Set()
  #closings: Closings = NOTHING_CLOSED
  /** Whether this device is a member's, under a lead's device. */
  areMembers = false

  /** `lamport`: the highest that is known. */
  constructor(replica: ReplicaId, lamport: number) {
    this.#clock = { replica, lastSeq: 0, lamport }
  }

  /** Of all changes that are known. */
  get highestCounter(): number {
    return this.#clock.lamport
  }

  /**
   * Checks the drafts and numbers them after `coming`, which is saved with them. Synchronous: two writes at once must not get the
   * same numbers.
   */
  give(
    drafts: readonly ChangeDraft[],
    readNow: (entity: Entity, entityId: string) => readonly Change[],
    coming: readonly Change[] = [],
  ): Result<readonly Change[]> {
    const writers = {
      people: peopleWith(this.#people, coming),
      areMembers: this.areMembers,
      closings: closingsWith(this.#closings, coming),
    }
    const prepared = prepareWrite(drafts, clockAfter(this.#clock, coming), writers, readNow)
    if (!prepared.ok) return prepared
    const { changes, clock } = prepared.value
    this.#clock = clock
    this.note([...coming, ...changes])
    return success(changes)
  }

  /** These changes are part of the project: later numbers come after theirs, and their people may write. */
  note(changes: readonly Change[]): void {
    this.#clock = clockAfter(this.#clock, changes)
    this.#people = peopleWith(this.#people, changes)
    this.#closings = closingsWith(this.#closings, changes)
  }
}
