import { partLine } from '../../application/team/merge/stateHash'
import type { Conflict } from '../../domain/team/conflictsIn'
import { digestOf, SortedLines } from './SortedLines'

/** Where a household's changes lie: runs of lines in pack files. */
export interface PackRun {
  readonly pack: number
  readonly offset: number
  readonly length: number
}

/** What is known of a household, or of the project under the empty id, without reading its changes. */
export interface IndexedScope {
  /** Hash of its projection. */
  readonly digest: string
  readonly runs: readonly PackRun[]
  readonly conflicts: readonly Conflict[]
}

/** As a line holds it: runs are lists of numbers, and conflicts are left out where there are none. */
type StoredScope = readonly [digest: string, runs: readonly number[], conflicts?: readonly Conflict[]]

/** A line with conflicts ends so; what else it has in it may too. */
const CONFLICTS_END = '}]]'

/**
 * The households of an index, each as its line of JSON: of a province's hundred thousand, a merge asks for some hundreds, and only
 * those are looked for and parsed.
 */
export class ScopeLines {
  /** The whole index as it lies on the disk. */
  #whole = new SortedLines(Buffer.alloc(0))
  /** What takes the place of its lines, or comes to them. */
  readonly #later = new Map<string, string>()
  readonly #changed = new Set<string>()

  /** Takes in the lines of the whole index, `"household":["digest",[…]],`, as `wholeText` gives them. */
  readWhole(bytes: Buffer): void {
    this.#whole = new SortedLines(bytes)
  }

  /** Takes in lines that were written later: they count. */
  readLater(bytes: Buffer): void {
    for (const [scope, line] of new SortedLines(bytes).between(0, bytes.length)) this.#later.set(scope, line)
  }

  get(scope: string): IndexedScope | undefined {
    const line = this.#later.get(scope) ?? this.#whole.find(scope)
    if (line === undefined) return undefined
    const [digest, numbers, conflicts = []] = JSON.parse(line) as StoredScope
    return { digest, runs: runsOf(numbers), conflicts }
  }

  set(scope: string, { digest, runs, conflicts }: IndexedScope): void {
    const numbers = runs.flatMap(({ pack, offset, length }) => [pack, offset, length])
    const stored: StoredScope = conflicts.length === 0 ? [digest, numbers] : [digest, numbers, conflicts]
    this.#later.set(scope, JSON.stringify(stored))
    this.#changed.add(scope)
  }

  names(): readonly string[] {
    return [...this.#lines()].map(([scope]) => scope)
  }

  /** What the state's hash is of, in portions, each to be used before the next is asked for. */
  *digests(): Generator<string | Uint8Array> {
    for (const { from, to, then } of this.#runs()) {
      yield* this.#whole.digests(from, to)
      if (then !== undefined) yield partLine(then[0], digestOf(then[1]))
    }
  }

  /** Every open conflict, by household. */
  conflicts(): readonly Conflict[] {
    const later = [...this.#later].filter(([, line]) => line.endsWith(CONFLICTS_END))
    const contested = [...this.#whole.containing(CONFLICTS_END), ...later].map(([scope]) => scope)
    return [...new Set(contested)].sort().flatMap((scope) => this.get(scope)?.conflicts ?? [])
  }

  /** Whether what takes the place of the whole index's lines is less than one in so many of it. */
  isWholeBut(share: number): boolean {
    let length = 0
    for (const [scope, line] of this.#later) length += scope.length + line.length
    return length < this.#whole.length / share
  }

  /** The lines of all. */
  wholeText(): string {
    return textOf([...this.#lines()])
  }

  /** The same of what was set since the index was read or written. */
  changedText(): string {
    return textOf([...this.#changed].sort().map((scope) => [scope, this.#later.get(scope) ?? '']))
  }

  /** What changed lies on the disk now; given the whole, as that. */
  settle(whole?: string): void {
    this.#changed.clear()
    if (whole === undefined) return
    this.#whole = new SortedLines(Buffer.from(whole))
    this.#later.clear()
  }

  /** All of them, in the order in which an index lists them. */
  *#lines(): Generator<readonly [scope: string, line: string]> {
    for (const { from, to, then } of this.#runs()) {
      yield* this.#whole.between(from, to)
      if (then !== undefined) yield then
    }
  }

  /** All in their order, as runs of lines that are still as the whole index has them, and the line that comes then. */
  *#runs(): Generator<{ from: number; to: number; then?: readonly [scope: string, line: string] }> {
    let from = 0
    for (const then of [...this.#later].sort(([left], [right]) => (left < right ? -1 : 1))) {
      const to = this.#whole.place(then[0])
      yield { from, to, then }
      from = this.#whole.isOf(then[0], to) ? this.#whole.next(to) : to
    }
    yield { from, to: this.#whole.length }
  }
}

function textOf(lines: readonly (readonly [scope: string, line: string])[]): string {
  return lines.map(([scope, line]) => `${JSON.stringify(scope)}:${line}`).join(',\n')
}

function runsOf(numbers: readonly number[]): readonly PackRun[] {
  const runs: PackRun[] = []
  for (let at = 0; at + 2 < numbers.length; at += 3)
    runs.push({ pack: numbers[at] ?? 0, offset: numbers[at + 1] ?? 0, length: numbers[at + 2] ?? 0 })
  return runs
}
