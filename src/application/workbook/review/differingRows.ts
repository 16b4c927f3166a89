import type { SheetComparison, Side } from './SheetComparison'
import type { SnapshotCell } from './Snapshot'

/** A row that was written with the one it is now, 0-based; null where it was taken out or added. */
export interface DifferingRow {
  readonly was: number | null
  readonly now: number | null
}

/**
 * The rows that differ. Those that say the same are found wherever they were sorted to; of the rest those of one name belong
 * together, and what then is left in its order.
 */
export function differingRows(sheet: SheetComparison): readonly DifferingRow[] {
  const { was, now } = sheet
  const isInPlace = was.map((row, at) => !isBlank(row) && at < now.length && sheet.isSame(at, at))
  const unlike: Rows = {
    was: filledRows(was).filter((row) => isInPlace[row] !== true),
    now: filledRows(now).filter((row) => isInPlace[row] !== true),
  }
  const sorted = pairBy(unlike, (side, row) => sheet.signOf(side, row))
  const named = pairBy(sorted.left, (side, row) => sheet.nameOf(side, row))
  const rest = named.left
  const inOrder = Array.from({ length: Math.max(rest.was.length, rest.now.length) }, (_, at) => ({
    was: rest.was[at] ?? null,
    now: rest.now[at] ?? null,
  }))
  return [...sorted.pairs, ...named.pairs, ...inOrder].filter(
    (pair) => pair.was === null || pair.now === null || !sheet.isSame(pair.was, pair.now),
  )
}

/** Rows of both sides that have no partner yet. */
type Rows = Readonly<Record<Side, readonly number[]>>

function filledRows(rows: readonly (readonly SnapshotCell[])[]): readonly number[] {
  return rows.flatMap((row, at) => (isBlank(row) ? [] : [at]))
}

function isBlank(row: readonly SnapshotCell[]): boolean {
  return row.every((cell) => cell === null || cell === '')
}

/** Pairs rows with equal texts, each once and in their order; `left` has the others. */
function pairBy(
  rows: Rows,
  textOf: (side: Side, row: number) => string,
): { readonly pairs: readonly DifferingRow[]; readonly left: Rows } {
  const waiting = new Map<string, number[]>()
  for (const row of rows.now.toReversed()) {
    const text = textOf('now', row)
    const same = waiting.get(text)
    if (same === undefined) waiting.set(text, [row])
    else same.push(row)
  }
  const pairs: { readonly was: number; readonly now: number }[] = []
  const left: number[] = []
  for (const row of rows.was) {
    const now = waiting.get(textOf('was', row))?.pop()
    if (now === undefined) left.push(row)
    else pairs.push({ was: row, now })
  }
  const paired = new Set(pairs.map(({ now }) => now))
  return { pairs, left: { was: left, now: rows.now.filter((row) => !paired.has(row)) } }
}
