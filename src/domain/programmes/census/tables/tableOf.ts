import { NO_INTERVAL, type Estimate } from '../../../estimates/Estimate'
import type { CompiledTable } from './CompiledTable'
import type { AreaTable, CellCount } from './TableCounts'
import { TALLY_BASE, TALLY_CELLS, TALLY_UNANSWERED, type TableTally } from './tallyTable'

/** A table wherever it was counted. */
export type CountedTable = Omit<AreaTable, 'area'>

/** A table of the sums of an area: see `TableTally`. */
export function tableOf(
  table: CompiledTable,
  { cells, width }: Pick<TableTally, 'cells' | 'width'>,
  sums: Float64Array,
): CountedTable {
  const { id, population, rows, columns } = table
  const at = (place: number): number => sums[place] as number
  const base = at(TALLY_BASE)
  const asked = base + at(TALLY_UNANSWERED)
  const hasOwnBases = width > TALLY_CELLS + cells
  const counts = rows.flatMap(({ code }, row): readonly CellCount[] => {
    if (columns !== null)
      return columns.map((column, index) => {
        const count = at(TALLY_CELLS + row * columns.length + index)
        return { code, column: column.code, count, share: shareOf(count, base) }
      })
    const count = at(TALLY_CELLS + row)
    if (!hasOwnBases) return [{ code, count, share: shareOf(count, base) }]
    const own = at(TALLY_CELLS + cells + row)
    return [{ code, count, share: shareOf(count, own), base: own, unanswered: asked - own }]
  })
  return { id, population, rows: counts, base, unanswered: at(TALLY_UNANSWERED) }
}

/** A table of amounts: the rows' and, last, what they are shares of. */
export function amountsTable(
  { id, population, rows }: CompiledTable,
  amounts: readonly (number | undefined)[],
): CountedTable {
  const base = amounts[rows.length] ?? 0
  const counts = rows.map(({ code }, row) => {
    const count = amounts[row] ?? null
    return { code, count, share: count === null ? null : shareOf(count, base) }
  })
  return { id, population, rows: counts, base, unanswered: null }
}

/** The same table with the intervals of its shares, cell by cell. */
export function withIntervals<Table extends CountedTable>(
  table: Table,
  estimates: readonly Estimate[],
): Table {
  const rows = table.rows.map((row, cell) => {
    const { low, high, method } = estimates[cell] ?? NO_INTERVAL
    return { ...row, interval: { low, high, method } }
  })
  return { ...table, rows }
}

function shareOf(count: number, base: number): number | null {
  return base === 0 ? null : count / base
}
