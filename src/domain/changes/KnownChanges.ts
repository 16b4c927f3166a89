import type { Change, ReplicaId } from './Change'
import { splitChangeId } from './ChangeId'

/** Inclusive runs of sequence numbers, ascending, never touching each other. */
export type SeqRanges = readonly (readonly [first: number, last: number])[]

/**
 * Which changes are known, as runs per replica: six million ids fit in a few kilobytes, because a replica counts
 * without gaps. It answers 'is this id known' without opening a single block.
 */
export class KnownChanges {
  readonly #ranges = new Map<ReplicaId, [number, number][]>()

  constructor(ranges: Iterable<readonly [ReplicaId, SeqRanges]> = []) {
    for (const [replica, runs] of ranges)
      this.#ranges.set(
        replica,
        runs.map(([first, last]) => [first, last]),
      )
  }

  has(replica: ReplicaId, seq: number): boolean {
    const runs = this.#ranges.get(replica)
    if (runs === undefined) return false
    const run = runs[indexOfRun(runs, seq)]
    return run !== undefined && run[0] <= seq
  }

  /** Whether it was not known before. */
  add(replica: ReplicaId, seq: number): boolean {
    const runs = this.#ranges.get(replica)
    if (runs === undefined) {
      this.#ranges.set(replica, [[seq, seq]])
      return true
    }
    const at = indexOfRun(runs, seq)
    const next = runs[at]
    if (next !== undefined && next[0] <= seq) return false
    const before = runs[at - 1]
    const touchesBefore = before !== undefined && before[1] === seq - 1
    const touchesNext = next !== undefined && next[0] === seq + 1
    if (touchesBefore && touchesNext) {
      before[1] = next[1]
      runs.splice(at, 1)
    } else if (touchesBefore) before[1] = seq
    else if (touchesNext) next[0] = seq
    else runs.splice(at, 0, [seq, seq])
    return true
  }

  /** Whether it was not known before. */
  addChange(change: Pick<Change, 'id'>): boolean {
    const { replica, seq } = splitChangeId(change.id)
    return this.add(replica, seq)
  }

  hasChange(change: Change): boolean {
    const { replica, seq } = splitChangeId(change.id)
    return this.has(replica, seq)
  }

  rangesOf(replica: ReplicaId): SeqRanges {
    return (this.#ranges.get(replica) ?? []).map(([first, last]) => [first, last] as const)
  }

  /** How many changes are known. */
  get count(): number {
    const runs = [...this.#ranges.values()].flat()
    return runs.reduce((count, [first, last]) => count + last - first + 1, 0)
  }

  /** Those that others do not know. Computes with runs: a damaged index may claim any number of changes. */
  without(others: KnownChanges): KnownChanges {
    const rest = [...this.#ranges].map(([replica, runs]) => {
      const left = runs.flatMap((run) => runWithout(run, others.#ranges.get(replica) ?? []))
      return [replica, left] as const
    })
    return new KnownChanges(rest.filter(([, runs]) => runs.length > 0))
  }

  /** Those that either knows. */
  with(others: KnownChanges): KnownChanges {
    const replicas = new Set([...this.#ranges.keys(), ...others.#ranges.keys()])
    return new KnownChanges(
      [...replicas].map((replica) => {
        const runs = [...(this.#ranges.get(replica) ?? []), ...(others.#ranges.get(replica) ?? [])]
        return [replica, mergedRuns(runs)] as const
      }),
    )
  }

  replicas(): readonly ReplicaId[] {
    return [...this.#ranges.keys()].sort()
  }

  copy(): KnownChanges {
    return new KnownChanges(this.#ranges)
  }
}

/** Index of the first run that ends at `seq` or later. */
function indexOfRun(runs: readonly (readonly [number, number])[], seq: number): number {
  let low = 0
  let high = runs.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((runs[middle]?.[1] ?? Infinity) < seq) low = middle + 1
    else high = middle
  }
  return low
}

/** What is left of a run once others, ascending, are taken out of it. */
function runWithout([first, last]: readonly [number, number], others: SeqRanges): SeqRanges {
  const left: [number, number][] = []
  let from = first
  for (const [begin, end] of others) {
    if (end < from) continue
    if (begin > last) break
    if (begin > from) left.push([from, begin - 1])
    from = end + 1
  }
  return from > last ? left : [...left, [from, last]]
}

function mergedRuns(runs: SeqRanges): SeqRanges {
  const merged: [number, number][] = []
  for (const [first, last] of [...runs].sort(([left], [right]) => left - right)) {
    const before = merged.at(-1)
    if (before !== undefined && first <= before[1] + 1) before[1] = Math.max(before[1], last)
    else merged.push([first, last])
  }
  return merged
}
