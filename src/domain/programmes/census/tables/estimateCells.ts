import { estimateShare } from '../../../estimates/estimateShare'
import type { Estimate } from '../../../estimates/Estimate'
import { SampleSums } from '../../../estimates/SampleSums'
import type { Sampling } from '../../../sampling/Sampling'
import { ANSWERED, FIRST_CELL, OUT, type CompiledTable } from './CompiledTable'
import type { CodeColumn } from './UnitColumns'

/** The cases of a table in a sampled county, those of a household one after the other, in the order of the households. */
export interface DrawnCases extends CodeColumn {
  /** Number of each case's household. */
  readonly owners: Uint32Array
  /** How each household was drawn, with or without a case. */
  readonly samplings: readonly Sampling[]
}

/** Sums of a table's figures by cluster: cases in each cell, cases with an answer, and where rows have their own bases those. */
export interface CellSums {
  readonly sums: SampleSums
  readonly cells: number
  readonly hasOwnBases: boolean
  /** Cases in each figure, each counted once. */
  readonly counted: number[]
}

export function cellSums({ rows, columns, coding }: CompiledTable): CellSums {
  const cells = rows.length * (columns?.length ?? 1)
  const hasOwnBases = coding.kind === 'several' && coding.known !== null
  const counted = new Array<number>(cells + 1 + (hasOwnBases ? cells : 0)).fill(0)
  return { sums: new SampleSums('drawn'), cells, hasOwnBases, counted }
}

/** A household's part of a table's figures. */
export interface HouseholdFigures {
  readonly sampling: Sampling
  readonly figures: readonly number[]
  /** How many households there are with this sampling and these figures; left out: one. */
  readonly times?: number
}

/**
 * Adds the cases of a county. `isOf`: the households (by number) whose cases count; the others are still part of the design, with
 * nobody of the area in them.
 */
export function addDrawn(
  into: CellSums,
  table: CompiledTable,
  cases: DrawnCases,
  isOf: (household: number) => boolean = () => true,
): void {
  const strata = new Set(
    cases.samplings.flatMap(({ stratum }, household) => (isOf(household) ? [stratum] : [])),
  )
  for (const household of figuresOfHouseholds(into, table, cases, isOf))
    // A stratum without anybody of the area adds nothing to a variance.
    if (strata.has(household.sampling.stratum)) addFigures(into, household)
}

/** Adds a household, or so many that are alike. */
export function addFigures(
  { sums, counted }: CellSums,
  { sampling, figures, times = 1 }: HouseholdFigures,
): void {
  for (const [at, figure] of figures.entries()) counted[at] = (counted[at] as number) + figure * times
  sums.add(sampling, figures, times)
}

/** The figures of each household, in their order. */
export function* figuresOfHouseholds(
  { cells, counted }: CellSums,
  table: CompiledTable,
  { codes, known, owners, samplings }: DrawnCases,
  isOf: (household: number) => boolean,
): Generator<HouseholdFigures> {
  let unit = 0
  for (const [household, sampling] of samplings.entries()) {
    const figures = new Array<number>(counted.length).fill(0)
    const isIn = isOf(household)
    for (; unit < codes.length && owners[unit] === household; unit++)
      if (isIn) addCase(figures, cells, codes[unit] as number, known?.[unit] ?? null, table)
    yield { sampling, figures }
  }
}

/**
 * The shares of a table's cells, row by row, by weights, with intervals by the design (`estimateShare`). The cases of a household
 * are one part of its cluster. Where the area's cases lie in no stratum with two clusters there is no interval.
 */
export function estimateCells({ sums, cells, hasOwnBases, counted }: CellSums): readonly Estimate[] {
  return Array.from({ length: cells }, (_, cell) => {
    const denominator = hasOwnBases ? cells + 1 + cell : cells
    return estimateShare({ sums, numerator: cell, denominator, units: counted[denominator] as number })
  })
}

/** Adds a case to its household's figures. */
function addCase(
  figures: number[],
  cells: number,
  code: number,
  known: number | null,
  { coding }: CompiledTable,
): void {
  const add = (at: number): void => {
    figures[at] = (figures[at] as number) + 1
  }
  if (code === OUT) return
  if (coding.kind !== 'several') {
    if (code < FIRST_CELL) return
    add(code - FIRST_CELL)
    add(cells)
    return
  }
  if ((code & ANSWERED) !== 0) add(cells)
  for (let row = 0; row < cells; row++) {
    if ((code & (1 << row)) !== 0) add(row)
    if (known !== null && (known & (1 << row)) !== 0) add(cells + 1 + row)
  }
}
