import { ANSWERED, FIRST_CELL, OUT, type CompiledTable } from './CompiledTable'
import type { CodeColumn } from './UnitColumns'

/** Sums of a table's cases by village: `width` numbers each, in the order unanswered, base, cells, bases of the rows. */
export interface TableTally {
  readonly width: number
  readonly cells: number
  readonly sums: Float64Array
}

export const TALLY_UNANSWERED = 0
export const TALLY_BASE = 1
export const TALLY_CELLS = 2

interface TalliedCases extends CodeColumn {
  /** Number of each case's village. */
  readonly villages: Uint32Array
  readonly villageCount: number
  /** What each case counts for; null: one. */
  readonly weightOf: ((unit: number) => number) | null
}

/** Counts a table's cases village by village, in one pass over its column. */
export function tallyTable(table: CompiledTable, cases: TalliedCases): TableTally {
  const { codes, known, villages, villageCount, weightOf } = cases
  const tally = emptyTally(table, villageCount)
  const { sums, width } = tally
  const addCase = adderOf(table, tally)
  for (let unit = 0; unit < codes.length; unit++) {
    const weight = weightOf === null ? 1 : weightOf(unit)
    addCase(sums, (villages[unit] as number) * width, codes[unit] as number, known?.[unit] ?? 0, weight)
  }
  return tally
}

/** Sums of so many areas, where nothing was counted yet. */
export function emptyTally({ coding, rows, columns }: CompiledTable, areas: number): TableTally {
  const cells = rows.length * (columns?.length ?? 1)
  const hasOwnBases = coding.kind === 'several' && coding.known !== null
  const width = TALLY_CELLS + cells + (hasOwnBases ? rows.length : 0)
  return { width, cells, sums: new Float64Array(width * areas) }
}

/** Adds a case of this code, or so many, to the sums that begin at a place. `known`: the rows that it answered. */
export type AddCase = (sums: Float64Array, at: number, code: number, known: number, weight: number) => void

/** How a table's cases are added up. */
export function adderOf({ coding }: CompiledTable, { cells, width }: TableTally): AddCase {
  if (coding.kind !== 'several') return addCell
  const bases = width > TALLY_CELLS + cells ? TALLY_CELLS + cells : null
  return (sums, at, code, known, weight) => {
    if (code === OUT) return
    add(sums, at + ((code & ANSWERED) === 0 ? TALLY_UNANSWERED : TALLY_BASE), weight)
    addBits(sums, at + TALLY_CELLS, code & ROWS, weight)
    if (bases !== null) addBits(sums, at + bases, known, weight)
  }
}

const addCell: AddCase = (sums, at, code, _known, weight) => {
  if (code === OUT) return
  if (code < FIRST_CELL) {
    add(sums, at + TALLY_UNANSWERED, weight)
    return
  }
  add(sums, at + TALLY_BASE, weight)
  add(sums, at + TALLY_CELLS + code - FIRST_CELL, weight)
}

/** The bits of the rows, below the marks. */
const ROWS = ANSWERED - 1

/** Adds to the place of every bit that is set. */
function addBits(sums: Float64Array, at: number, bits: number, weight: number): void {
  for (let left = bits; left !== 0; left &= left - 1) add(sums, at + 31 - Math.clz32(left & -left), weight)
}

function add(sums: Float64Array, at: number, weight: number): void {
  sums[at] = (sums[at] as number) + weight
}
