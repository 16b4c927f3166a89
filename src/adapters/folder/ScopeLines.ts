import type { Conflict } from '../../domain/team/conflictsIn'

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

const DIGEST_AT = '["'.length
const DIGEST_LENGTH = 64

/**
 * The households of an index, each as its line of JSON: of a province's hundred thousand, a merge asks for some hundreds, and only
 * those are parsed.
 */
export class ScopeLines {
  readonly #lines = new Map<string, string>()
  readonly #changed = new Set<string>()

  /** Takes in an index's own lines, `"household":["digest",[…]],`: a later one counts. */
  read(lines: readonly string[]): void {
    for (const line of lines) {
      // A quote within a household's id is escaped: the first that is not, before a list, ends it.
      const end = line.indexOf('":["') + 1
      const name = line.slice(0, end)
      const scope = name.includes('\\') ? (JSON.parse(name) as string) : name.slice(1, -1)
      this.#lines.set(scope, line.slice(end + 1, line.endsWith(',') ? -1 : undefined))
    }
  }

  get size(): number {
    return this.#lines.size
  }

  /** Those that were set since the index was read or written. */
  get changed(): ReadonlySet<string> {
    return this.#changed
  }

  settle(): void {
    this.#changed.clear()
  }

  get(scope: string): IndexedScope | undefined {
    const line = this.#lines.get(scope)
    if (line === undefined) return undefined
    const [digest, numbers, conflicts = []] = JSON.parse(line) as StoredScope
    return { digest, runs: runsOf(numbers), conflicts }
  }

  set(scope: string, { digest, runs, conflicts }: IndexedScope): void {
    const numbers = runs.flatMap(({ pack, offset, length }) => [pack, offset, length])
    const stored: StoredScope = conflicts.length === 0 ? [digest, numbers] : [digest, numbers, conflicts]
    this.#lines.set(scope, JSON.stringify(stored))
    this.#changed.add(scope)
  }

  /** Sorted, as the index lists them. */
  names(): readonly string[] {
    return [...this.#lines.keys()].sort()
  }

  /** Without parsing the line; undefined where there is none. */
  digest(scope: string): string | undefined {
    return this.#lines.get(scope)?.slice(DIGEST_AT, DIGEST_AT + DIGEST_LENGTH)
  }

  /** Every open conflict, by household. */
  conflicts(): readonly Conflict[] {
    const contested = [...this.#lines].filter(([, line]) => line.endsWith('}]]'))
    contested.sort(([left], [right]) => (left < right ? -1 : 1))
    return contested.flatMap(([scope]) => this.get(scope)?.conflicts ?? [])
  }

  /** The lines that `read` takes, of these. */
  text(names: readonly string[]): string {
    return names.map((scope) => `${JSON.stringify(scope)}:${this.#lines.get(scope) ?? ''}`).join(',\n')
  }
}

function runsOf(numbers: readonly number[]): readonly PackRun[] {
  const runs: PackRun[] = []
  for (let at = 0; at + 2 < numbers.length; at += 3)
    runs.push({ pack: numbers[at] ?? 0, offset: numbers[at + 1] ?? 0, length: numbers[at + 2] ?? 0 })
  return runs
}
