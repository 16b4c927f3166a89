import type { Change, ReplicaId } from '../../domain/changes/Change'
import { splitChangeId } from '../../domain/changes/ChangeId'
import type { KnownChanges } from '../../domain/changes/KnownChanges'
import type { JournalMark } from './Journal'
import type { IndexCommit } from './SealedIndex'

/** A change as far as its number: nothing that has to be sealed. */
export type NumberedChange = Pick<Change, 'id' | 'lamport'>

/**
 * What a start must know without opening every row: which changes there are, and the highest Lamport counter. Stored now
 * and then, so that an answer costs one row only; what came after the last checkpoint is read from the rows themselves.
 */
export class Checkpoint {
  /** The changes that are durable on every side. */
  readonly known: KnownChanges
  #lamport: number
  #noted = 0
  readonly #changedReplicas = new Set<ReplicaId>()

  constructor(known: KnownChanges, lamport: number) {
    this.known = known
    this.#lamport = lamport
  }

  get lamport(): number {
    return this.#lamport
  }

  /** How much a start would have to read again if none were stored now. */
  get notedSince(): number {
    return this.#noted
  }

  note(changes: readonly NumberedChange[]): void {
    this.#noted += Math.max(1, changes.length)
    for (const change of changes) {
      this.known.addChange(change)
      this.#changedReplicas.add(splitChangeId(change.id).replica)
      this.#lamport = Math.max(this.#lamport, change.lamport)
    }
  }

  /** The checkpoint of this moment: all rows up to `position` and the journal up to `mark` hold what was noted. */
  take(position: number, mark: JournalMark | null): IndexCommit {
    const replicas = [...this.#changedReplicas].map(
      (replica) => [replica, this.known.rangesOf(replica)] as const,
    )
    this.#changedReplicas.clear()
    this.#noted = 0
    return { state: { lamport: this.#lamport, position, mark }, replicas }
  }
}
