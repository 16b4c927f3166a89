import type { Change, ReplicaId } from '../../domain/changes/Change'
import { splitChangeId } from '../../domain/changes/ChangeId'
import { KnownChanges } from '../../domain/changes/KnownChanges'
import type { ChainedMark, IndexCommit, IndexState, JournalDamage } from './SealedIndex'

type NotedState = Omit<IndexState, 'position' | 'mark'>

/** The id and counter of a change: nothing that has to be sealed. */
export type NumberedChange = Pick<Change, 'id' | 'lamport'>

/**
 * What a start must know without opening every row: which changes exist, and the highest Lamport counter. Stored now
 * and then, so that an answer writes one row only; what came after the last checkpoint is read from the rows.
 */
export class Checkpoint {
  /** The changes that are durable on every side. */
  known: KnownChanges
  /** What of the journal does not open. */
  damage: readonly JournalDamage[]
  #lost: KnownChanges
  #checkedUpTo: number
  #isSuspect: boolean
  #lamport: number
  #noted = 0
  readonly #changedReplicas = new Set<ReplicaId>()

  constructor(known: KnownChanges, { lamport, damage, lost, checkedUpTo, isSuspect }: NotedState) {
    this.known = known
    this.damage = damage ?? []
    this.#lost = new KnownChanges(lost)
    this.#checkedUpTo = checkedUpTo ?? 0
    this.#isSuspect = isSuspect ?? false
    this.#lamport = lamport
  }

  get lamport(): number {
    return this.#lamport
  }

  /** Number of changes that a start has to read again if no checkpoint is stored now. */
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

  /** The next check of the index begins after this row; undefined where all rows are to be checked. */
  get checkFrom(): number | undefined {
    return this.#isSuspect ? undefined : this.#checkedUpTo
  }

  /** The next check begins after this row, or checks everything (undefined) because a row did not open. */
  setCheckFrom(row: number | undefined): void {
    if (row === this.checkFrom) return
    this.#isSuspect = row === undefined
    this.#checkedUpTo = row ?? 0
    this.#noted += 1
  }

  /** Changes that were known and are missing now. */
  get lost(): KnownChanges {
    return this.#lost.without(this.known)
  }

  /** Only `here` is stored of what was known; the rest counts as unknown, so that it can be imported again. */
  knowOnly(here: KnownChanges): void {
    const before = this.known
    this.known = here
    this.#lost = this.#lost.with(before.without(here))
    for (const replica of before.replicas()) this.#changedReplicas.add(replica)
    this.#noted += 1
  }

  /** The checkpoint of this moment: all rows up to `position` and the journal up to `mark` hold what was noted. */
  take(position: number, mark: ChainedMark | null): IndexCommit {
    const replicas = [...this.#changedReplicas].map(
      (replica) => [replica, this.known.rangesOf(replica)] as const,
    )
    this.#changedReplicas.clear()
    this.#noted = 0
    const damage = this.damage
    const checkedUpTo = this.#checkedUpTo
    const lost = this.lost
    const lostRanges = lost.replicas().map((replica) => [replica, lost.rangesOf(replica)] as const)
    const state = {
      lamport: this.#lamport,
      position,
      mark,
      ...(damage.length > 0 && { damage }),
      ...(lostRanges.length > 0 && { lost: lostRanges }),
      ...(checkedUpTo > 0 && { checkedUpTo }),
      ...(this.#isSuspect && { isSuspect: true }),
    }
    return { state, replicas }
  }
}
