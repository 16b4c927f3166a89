import { townshipKey } from '../../../villages/townshipKey'
import type { Sampling } from '../../../sampling/Sampling'
import type { CaseBook } from './CaseBook'
import { columnsOf } from './columnsOf'
import type { CompiledTable } from './CompiledTable'
import { addDrawn, cellSums, estimateCells } from './estimateCells'
import { COUNTY, type AreaTable } from './TableCounts'
import { amountsTable, tableOf, withIntervals } from './tableOf'
import { tallyTable, type TableTally } from './tallyTable'

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
    if (table.coding.kind === 'amounts')
      return [{ ...amountsTable(table, book.amounts.get(table.id) ?? []), area: COUNTY }]
    const units = columnsOf(book, table.population)
    const column = units.of(table.id)
    if (column === undefined) return []
    const { owners, villages } = units
    const isSampled = isOfHouseholds(table)
    const weightOf =
      weights !== null && isSampled ? (unit: number) => weights[owners[unit] as number] ?? 0 : null
    const villageCount = Math.max(1, book.villages.length)
    const tally = tallyTable(table, { ...column, villages, villageCount, weightOf })
    const whole: AreaTable = {
      ...tableOf(table, tally, sumOf(tally, allVillages(villageCount))),
      area: COUNTY,
    }
    const householdVillages = book.households.villages
    const estimated = (own: AreaTable, of: ReadonlySet<number> | null): AreaTable => {
      if (samplings === null || !isSampled) return own
      const sums = cellSums(table)
      const isOf = (household: number) => of?.has(householdVillages[household] as number) ?? true
      addDrawn(sums, table, { ...column, owners, samplings }, isOf)
      return withIntervals(own, estimateCells(sums))
    }
    const county = estimated(whole, null)
    if (!isByArea || table.population === 'county') return [county]
    return [county, ...townshipTables(book, table, tally, estimated), ...villageTables(book, table, tally)]
  })
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
    estimated(
      { ...tableOf(table, tally, sumOf(tally, villages)), area: { kind: 'township', key } },
      new Set(villages),
    ),
  )
}

function villageTables(book: CaseBook, table: CompiledTable, tally: TableTally): readonly AreaTable[] {
  const { sums, width } = tally
  return book.villages.map((key, number) => ({
    ...tableOf(table, tally, sums.subarray(number * width, (number + 1) * width)),
    area: { kind: 'village', key },
  }))
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
