import type { Cell } from '../tables/TableSpec'

/** Rows of a sheet, to be gone through as often as one likes; an array is one. Each has its cells in the order of the columns. */
export interface SheetRows extends Iterable<readonly Cell[]> {
  readonly length: number
}

/** Rows that are kept as texts and made anew while they are gone through: as cells, a county's take several times the memory. */
export class PackedRows implements SheetRows {
  readonly #texts: string[] = []
  #length = 0

  get length(): number {
    return this.#length
  }

  add(rows: readonly (readonly Cell[])[]): void {
    if (rows.length === 0) return
    this.#texts.push(JSON.stringify(rows))
    this.#length += rows.length
  }

  *[Symbol.iterator](): Iterator<readonly Cell[]> {
    for (const text of this.#texts) yield* JSON.parse(text) as readonly (readonly Cell[])[]
  }
}

/** The rows of several one after another. */
export function joinedRows(parts: readonly SheetRows[]): SheetRows {
  return {
    length: parts.reduce((sum, { length }) => sum + length, 0),
    *[Symbol.iterator]() {
      for (const part of parts) yield* part
    },
  }
}

/** The rows from `first` (0-based) on, `count` of them at most. */
export function someRows(rows: SheetRows, first: number, count: number): SheetRows {
  return {
    length: Math.max(0, Math.min(count, rows.length - first)),
    *[Symbol.iterator]() {
      let at = 0
      for (const row of rows) {
        if (at >= first + count) return
        if (at >= first) yield row
        at += 1
      }
    },
  }
}

/** Each row with its 0-based number. */
export function* numberedRows(rows: SheetRows): Generator<readonly [number, readonly Cell[]]> {
  let at = 0
  for (const row of rows) yield [at++, row]
}
