import { partLine } from '../../application/team/merge/stateHash'
import type { Conflict } from '../../domain/team/conflictsIn'
import { digestOf, SortedLines } from './SortedLines'

/** The places of a household's changes: runs of lines in pack files. */
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

/** As stored in a line: runs are lists of numbers, and conflicts are omitted where there are none. */
type StoredScope = readonly [digest: string, runs: readonly number[], conflicts?: readonly Conflict[]]

/** The end of a line with conflicts; other lines may end like this too. */
const CONFLICTS_END = '}]]'

/**
 * The households of an index, each as its line of JSON. Of a province's hundred thousand a merge needs some hundreds, and only
 * those are searched and parsed.
 */
export class ScopeLines {
  /** The whole index as it is on the disk. */
  #whole = new SortedLines(Buffer.alloc(0))
  /** Lines that replace those of the whole index, or are new. */
  readonly #later = new Map<string, string>()
  readonly #changed = new Set<string>()

  /** Reads the lines of the whole index, `"household":["digest",[…]],`, as `wholeText` writes them. */
  readWhole(bytes: Buffer): void {
    this.#whole = new SortedLines(bytes)
  }

  /** Reads lines that were written later; they replace earlier ones. */
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

  /** The input of the state's hash in portions; use each before reading the next. */
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

  /** Whether the lines that replace those of the whole index are less than one in this many. */
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

  /** The changed lines are on the disk now; with `lines`, as the whole index. */
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

  /** All lines in order, as runs of unchanged lines of the whole index, each with the changed line that follows. */
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
