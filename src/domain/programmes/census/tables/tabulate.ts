import { townshipKey } from '../../../villages/townshipKey'
import { NO_INTERVAL, type Estimate } from '../../../estimates/Estimate'
import type { Sampling } from '../../../sampling/Sampling'
import type { CaseBook } from './CaseBook'
import { columnsOf } from './columnsOf'
import type { CompiledTable } from './CompiledTable'
import { estimateCells } from './estimateCells'
import { COUNTY, type AreaTable, type CellCount, type TableArea } from './TableCounts'
import { TALLY_BASE, TALLY_CELLS, TALLY_UNANSWERED, tallyTable, type TableTally } from './tallyTable'

export interface Tabulation {
  /** Also every township and village, not only the county. */
  readonly isByArea: boolean
  /** How each household of the book was drawn, in its order; null: everybody was to be enumerated, and counts once. */
  readonly samplings?: readonly Sampling[] | null
}

/**
 * Every table, of the county and, where asked for, then of each township and village, in the order of the book. In a sampled county
 * cases count for those they stand for, and the shares of the county and its townships have intervals, without bounds where too few clusters
 * were drawn to say.
 */
export function tabulate(book: CaseBook, { isByArea, samplings = null }: Tabulation): readonly AreaTable[] {
  const weights = samplings && Float64Array.from(samplings, ({ weight }) => weight)
  return book.tables.flatMap((table) => {
    if (table.coding.kind === 'amounts') return [amountsTable(book, table)]
    const units = columnsOf(book, table.population)
    const column = units.of(table.id)
    if (column === undefined) return []
    const { owners, villages } = units
    const isSampled = isOfHouseholds(table)
    const weightOf =
      weights !== null && isSampled ? (unit: number) => weights[owners[unit] as number] ?? 0 : null
    const villageCount = Math.max(1, book.villages.length)
    const tally = tallyTable(table, { ...column, villages, villageCount, weightOf })
    const whole = areaTable(table, tally, COUNTY, sumOf(tally, allVillages(villageCount)))
    const estimated = (own: AreaTable, of: ReadonlySet<number> | null): AreaTable =>
      samplings !== null && isSampled ? withIntervals(own, estimateCells(book, table, samplings, of)) : own
    const county = estimated(whole, null)
    if (!isByArea || table.population === 'county') return [county]
    return [county, ...townshipTables(book, table, tally, estimated), ...villageTables(book, table, tally)]
  })
}

function withIntervals(table: AreaTable, estimates: readonly Estimate[]): AreaTable {
  const rows = table.rows.map((row, cell) => {
    const { low, high, method } = estimates[cell] ?? NO_INTERVAL
    return { ...row, interval: { low, high, method } }
  })
  return { ...table, rows }
}

function isOfHouseholds({ population }: CompiledTable): boolean {
  return population !== 'villages' && population !== 'county'
}

function townshipTables(
  book: CaseBook,
  table: CompiledTable,
  tally: TableTally,
  estimated: (own: AreaTable, of: ReadonlySet<number>) => AreaTable,
): readonly AreaTable[] {
  const townships = new Map<string, number[]>()
  for (const [number, village] of book.villages.entries()) {
    const key = townshipKey(village)
    const known = townships.get(key)
    if (known === undefined) townships.set(key, [number])
    else known.push(number)
  }
  return [...townships].map(([key, villages]) =>
    estimated(areaTable(table, tally, { kind: 'township', key }, sumOf(tally, villages)), new Set(villages)),
  )
}

function villageTables(book: CaseBook, table: CompiledTable, tally: TableTally): readonly AreaTable[] {
  const { sums, width } = tally
  return book.villages.map((key, number) =>
    areaTable(table, tally, { kind: 'village', key }, sums.subarray(number * width, (number + 1) * width)),
  )
}

function allVillages(count: number): readonly number[] {
  return Array.from({ length: count }, (_, number) => number)
}

function sumOf({ sums, width }: TableTally, villages: readonly number[]): Float64Array {
  const total = new Float64Array(width)
  for (const village of villages)
    for (let at = 0; at < width; at++)
      total[at] = (total[at] as number) + (sums[village * width + at] as number)
  return total
}

function areaTable(
  table: CompiledTable,
  { cells, width }: TableTally,
  area: TableArea,
  sums: Float64Array,
): AreaTable {
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
  return { id, population, area, rows: counts, base, unanswered: at(TALLY_UNANSWERED) }
}

function amountsTable(book: CaseBook, { id, population, rows }: CompiledTable): AreaTable {
  const amounts = book.amounts.get(id) ?? []
  const base = amounts[rows.length] ?? 0
  const counts = rows.map(({ code }, row) => {
    const count = amounts[row] ?? null
    return { code, count, share: count === null ? null : shareOf(count, base) }
  })
  return { id, population, area: COUNTY, rows: counts, base, unanswered: null }
}

function shareOf(count: number, base: number): number | null {
  return base === 0 ? null : count / base
}
