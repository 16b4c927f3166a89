import type { ReplicaId } from '../../domain/changes/Change'
import { KnownChanges, type SeqRanges } from '../../domain/changes/KnownChanges'

interface ReplicaRow {
  readonly replica: ReplicaId
  readonly ranges: SeqRanges
}

type Added = readonly (readonly [ReplicaId, readonly number[]])[]

/**
 * Adds numbers to what the database knows of a replica, in the transaction that brings their rows: what is known is never
 * more than what is there, whichever transaction fails. While nothing else is under way, the last state need not be read.
 */
export class KnownNumbers {
  readonly #last = new Map<ReplicaId, SeqRanges>()
  #underWay = 0

  put(store: IDBObjectStore, added: Added): void {
    const { transaction } = store
    const isAlone = this.#underWay === 0
    const written: ReplicaRow[] = []
    const put = (row: ReplicaRow): void => {
      written.push(row)
      store.put(row)
    }
    for (const [replica, seqs] of added) {
      const last = isAlone ? this.#last.get(replica) : undefined
      this.#last.delete(replica)
      if (last !== undefined) put(withNumbers(replica, last, seqs))
      else whenRead(store.get(replica), (row) => put(withNumbers(replica, rangesOf(row), seqs)))
    }
    this.#underWay += 1
    transaction.addEventListener('complete', () => {
      this.#underWay -= 1
      if (isAlone && this.#underWay === 0)
        for (const { replica, ranges } of written) this.#last.set(replica, ranges)
    })
    transaction.addEventListener('abort', () => (this.#underWay -= 1))
  }
}

function withNumbers(replica: ReplicaId, ranges: SeqRanges, seqs: readonly number[]): ReplicaRow {
  const known = new KnownChanges([[replica, ranges]])
  for (const seq of seqs) known.add(replica, seq)
  return { replica, ranges: known.rangesOf(replica) }
}

function whenRead(request: IDBRequest<unknown>, then: (row: unknown) => void): void {
  request.addEventListener('success', () => then(request.result))
}

function rangesOf(row: unknown): SeqRanges {
  return row === undefined ? [] : (row as ReplicaRow).ranges
}
