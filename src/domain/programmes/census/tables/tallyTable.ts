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
export function tallyTable({ coding, rows, columns }: CompiledTable, cases: TalliedCases): TableTally {
  const cells = rows.length * (columns?.length ?? 1)
  const width = TALLY_CELLS + cells + (cases.known === null ? 0 : rows.length)
  const sums = new Float64Array(width * cases.villageCount)
  if (coding.kind === 'several') addMasks(sums, width, cells, cases)
  else addCells(sums, width, cases)
  return { width, cells, sums }
}

function addCells(sums: Float64Array, width: number, { codes, villages, weightOf }: TalliedCases): void {
  for (let unit = 0; unit < codes.length; unit++) {
    const code = codes[unit] as number
    if (code === OUT) continue
    const weight = weightOf === null ? 1 : weightOf(unit)
    const at = (villages[unit] as number) * width
    if (code < FIRST_CELL) add(sums, at + TALLY_UNANSWERED, weight)
    else {
      add(sums, at + TALLY_BASE, weight)
      add(sums, at + TALLY_CELLS + code - FIRST_CELL, weight)
    }
  }
}

function addMasks(
  sums: Float64Array,
  width: number,
  cells: number,
  { codes, known, villages, weightOf }: TalliedCases,
): void {
  for (let unit = 0; unit < codes.length; unit++) {
    const code = codes[unit] as number
    if (code === OUT) continue
    const weight = weightOf === null ? 1 : weightOf(unit)
    const at = (villages[unit] as number) * width
    add(sums, at + ((code & ANSWERED) === 0 ? TALLY_UNANSWERED : TALLY_BASE), weight)
    addBits(sums, at + TALLY_CELLS, code & ROWS, weight)
    if (known !== null) addBits(sums, at + TALLY_CELLS + cells, known[unit] as number, weight)
  }
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
