import type { CompiledTable } from '../../../domain/programmes/census/tables/CompiledTable'
import { amountsTable, type CountedTable } from '../../../domain/programmes/census/tables/tableOf'
import { byCounty } from '../byCounty'
import { countyArea, isTold } from '../LakeArea'
import type { LakeSource } from '../LakeEngine'
import { regionsOf } from '../regions'
import { numberAt, numberOrNullAt, textAt } from '../sqlRow'
import type { LakeCensus, LakeTable } from './censusTables'

type Amounts = ReadonlyMap<string, readonly (number | undefined)[]>

/** The tables of amounts: of each county as its form says, of provinces and the country as sums. */
export async function* amountsTables(
  { engine, sqlOf }: LakeSource,
  { counties, tables, level }: LakeCensus,
): AsyncGenerator<LakeTable> {
  const own = tables.filter(({ coding }) => coding.kind === 'amounts')
  const given = new Map<string, Amounts>()
  for await (const { county, rows } of byCounty(engine.query(sqlOf('census_amounts')))) {
    const amounts = new Map<string, (number | undefined)[]>()
    for (const row of rows) {
      const table = textAt(row, 1)
      const ofTable = amounts.get(table) ?? []
      ofTable[numberAt(row, 2)] = numberOrNullAt(row, 3) ?? undefined
      amounts.set(table, ofTable)
    }
    given.set(county, amounts)
  }
  const regions = regionsOf(counties.values(), () => own.map(emptySums))
  for (const county of counties.values())
    for (const [at, table] of own.entries()) {
      const amounts = given.get(county.key)?.get(table.id) ?? []
      for (const sums of regions.of(county)) addAmounts(sums[at] as AmountSums, amounts)
      if (isTold('county', level)) yield { ...amountsTable(table, amounts), area: countyArea(county) }
    }
  for (const { area, sums } of regions.all) for (const each of sums) yield { ...summed(each), area }
}

/** Sums of rows, each with what it is a share of: counties that left a row out are not in its share. */
interface AmountSums {
  readonly table: CompiledTable
  readonly counts: number[]
  readonly wholes: number[]
  /** Of all counties that gave one. */
  whole: number
}

function emptySums(table: CompiledTable): AmountSums {
  const nothing = (): number[] => table.rows.map(() => 0)
  return { table, counts: nothing(), wholes: nothing(), whole: 0 }
}

function addAmounts(sums: AmountSums, amounts: readonly (number | undefined)[]): void {
  const whole = amounts[sums.table.rows.length]
  if (whole === undefined) return
  sums.whole += whole
  for (const row of sums.table.rows.keys()) {
    const count = amounts[row]
    if (count === undefined) continue
    sums.counts[row] = (sums.counts[row] as number) + count
    sums.wholes[row] = (sums.wholes[row] as number) + whole
  }
}

function summed({ table: { id, population, rows }, counts, wholes, whole }: AmountSums): CountedTable {
  const told = rows.map(({ code }, row) => {
    const [count, base] = [counts[row] as number, wholes[row] as number]
    return base === 0 ? { code, count: null, share: null } : { code, count, share: count / base, base }
  })
  return { id, population, rows: told, base: whole, unanswered: null }
}
