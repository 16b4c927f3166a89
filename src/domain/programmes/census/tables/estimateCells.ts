import { estimateShare } from '../../../estimates/estimateShare'
import type { Estimate } from '../../../estimates/Estimate'
import { SampleSums } from '../../../estimates/SampleSums'
import type { Sampling } from '../../../sampling/Sampling'
import type { CaseBook } from './CaseBook'
import { columnsOf } from './columnsOf'
import { ANSWERED, FIRST_CELL, OUT, type CompiledTable } from './CompiledTable'

/**
 * The shares of a table's cells, row by row, in a sampled county: by weights, with intervals by the design (`estimateShare`). The cases
 * of a household come together and are one part of its cluster. `samplings`: of each household of the book, in its order. Of some
 * villages alone (by their numbers in the book) the others are still part of the design, with nobody of the area in them; where the
 * area's cases lie in no stratum with two clusters there is no interval.
 */
export function estimateCells(
  book: CaseBook,
  table: CompiledTable,
  samplings: readonly Sampling[],
  of: ReadonlySet<number> | null = null,
): readonly Estimate[] {
  const cells = table.rows.length * (table.columns?.length ?? 1)
  const units = columnsOf(book, table.population)
  const column = units.of(table.id)
  if (column === undefined) return []
  const { codes, known } = column
  const { owners } = units
  const { villages } = book.households
  const figureCount = cells + 1 + (known === null ? 0 : cells)
  const sums = new SampleSums('drawn')
  const counted = new Array<number>(figureCount).fill(0)
  const isOf = (household: number): boolean => of === null || of.has(villages[household] as number)
  const strata = new Set(samplings.flatMap(({ stratum }, household) => (isOf(household) ? [stratum] : [])))
  let unit = 0
  for (const [household, sampling] of samplings.entries()) {
    const figures = new Array<number>(figureCount).fill(0)
    const isIn = isOf(household)
    for (; unit < units.size && owners[unit] === household; unit++)
      if (isIn) addCase(figures, cells, codes[unit] as number, known?.[unit] ?? null, table)
    // A stratum without anybody of the area adds nothing to a variance.
    if (!strata.has(sampling.stratum)) continue
    for (let at = 0; at < figureCount; at++) counted[at] = (counted[at] as number) + (figures[at] as number)
    sums.add(sampling, figures)
  }
  return Array.from({ length: cells }, (_, cell) => {
    const denominator = known === null ? cells : cells + 1 + cell
    return estimateShare({ sums, numerator: cell, denominator, units: counted[denominator] as number })
  })
}

/** Figures of a household: cases in each cell, cases with an answer, and where rows have their own bases those. */
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
