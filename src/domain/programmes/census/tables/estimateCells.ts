import { estimateShare } from '../../../estimates/estimateShare'
import type { Estimate } from '../../../estimates/Estimate'
import { SampleSums } from '../../../estimates/SampleSums'
import type { Sampling } from '../../../sampling/Sampling'
import type { CaseBook } from './CaseBook'
import { columnsOf } from './columnsOf'
import { ANSWERED, FIRST_CELL, OUT, type CompiledTable } from './CompiledTable'

/**
 * The shares of a table's cells, row by row, in a sampled county: by weights, with intervals by the design (`estimateShare`). The cases
 * of a household come together and are one part of its cluster. `samplings`: of each household of the book, in its order.
 */
export function estimateCells(
  book: CaseBook,
  table: CompiledTable,
  samplings: readonly Sampling[],
): readonly Estimate[] {
  const cells = table.rows.length * (table.columns?.length ?? 1)
  const units = columnsOf(book, table.population)
  const column = units.of(table.id)
  if (column === undefined) return []
  const { codes, known } = column
  const { owners } = units
  const figureCount = cells + 1 + (known === null ? 0 : cells)
  const sums = new SampleSums('drawn')
  const counted = new Array<number>(figureCount).fill(0)
  let unit = 0
  for (const [household, sampling] of samplings.entries()) {
    const figures = new Array<number>(figureCount).fill(0)
    for (; unit < units.size && owners[unit] === household; unit++)
      addCase(figures, cells, codes[unit] as number, known?.[unit] ?? null, table)
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
