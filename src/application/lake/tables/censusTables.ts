import type { CompiledTable } from '../../../domain/programmes/census/tables/CompiledTable'
import { addDrawn, cellSums, estimateCells } from '../../../domain/programmes/census/tables/estimateCells'
import { tableOf, withIntervals, type CountedTable } from '../../../domain/programmes/census/tables/tableOf'
import type { TableTally } from '../../../domain/programmes/census/tables/tallyTable'
import { townshipKey } from '../../../domain/villages/townshipKey'
import { byCounty } from '../byCounty'
import { countyArea, isTold, type LakeArea, type CountyInLake, type LakeLevel } from '../LakeArea'
import type { LakeSource, SqlCell } from '../LakeEngine'
import { regionsOf } from '../regions'
import { amountsTables } from './amountsTables'
import { casesStatement, isWeighted, tableBatches, type TableBatch } from './casesStatement'
import { tallyCounty, type CountyTallies } from './countyTallies'
import { readDrawn, type DrawnCounty } from './drawnCounty'
import { RegionTables } from './RegionTables'

/** A table of an area of a lake. */
export interface LakeTable extends CountedTable {
  readonly area: LakeArea
}

/** What is counted. */
export interface LakeCensus {
  readonly counties: ReadonlyMap<string, CountyInLake>
  readonly tables: readonly CompiledTable[]
  readonly level: LakeLevel
}

/**
 * Every table of a census in a lake, as `tabulate` has it of each county: of the counties one after the other, each with its townships
 * and villages where they are asked for, then of the provinces and the country. One county is held at a time.
 */
export async function* censusTables(source: LakeSource, census: LakeCensus): AsyncGenerator<LakeTable> {
  for (const batch of tableBatches(census.tables)) yield* batchTables(source, census, batch)
  yield* amountsTables(source, census)
}

async function* batchTables(
  source: LakeSource,
  { counties, level }: LakeCensus,
  batch: TableBatch,
): AsyncGenerator<LakeTable> {
  const { engine, sqlOf } = source
  const regions = regionsOf(counties.values(), () => new RegionTables(batch.tables))
  const unseen = new Set(counties.keys())
  async function take(key: string, rows: readonly (readonly SqlCell[])[]): Promise<readonly LakeTable[]> {
    const county = counties.get(key)
    if (county === undefined) return []
    unseen.delete(key)
    const tallies = tallyCounty(rows, batch, level)
    const drawn = county.isSampled && isWeighted(batch) ? await readDrawn(source, key, batch) : null
    const part = { county: key, tallies: tallies.county, drawn: drawn?.cases ?? null }
    for (const sums of regions.of(county)) sums.add(part)
    return countyTables(county, batch, tallies, drawn).filter(({ area }) => isTold(area.level, level))
  }
  const statement = casesStatement(sqlOf('census_cases'), batch, level)
  for await (const { county, rows } of byCounty(engine.query(statement))) yield* await take(county, rows)
  // Counties without a case have tables all the same.
  for (const county of [...unseen]) yield* await take(county, [])
  for (const { area, sums } of regions.all) for (const table of sums.tables()) yield { ...table, area }
}

/** The tables of a county, each with those of its townships and villages behind it. */
function countyTables(
  county: CountyInLake,
  { tables }: TableBatch,
  { county: own, townships, villages }: CountyTallies,
  drawn: DrawnCounty | null,
): readonly LakeTable[] {
  const area = countyArea(county)
  return tables.flatMap((table, at) => {
    const told = (tallies: readonly TableTally[], of: LakeArea): LakeTable => {
      const tally = tallies[at] as TableTally
      return { ...tableOf(table, tally, tally.sums), area: of }
    }
    return [
      estimated(told(own, area), table, at, drawn),
      ...[...townships].map(([key, tallies]) =>
        estimated(told(tallies, { ...area, level: 'township', key }), table, at, drawn),
      ),
      ...[...villages].map(([key, tallies]) => told(tallies, { ...area, level: 'village', key })),
    ]
  })
}

/** With the intervals of its shares where the county was sampled. */
function estimated(
  counted: LakeTable,
  table: CompiledTable,
  at: number,
  drawn: DrawnCounty | null,
): LakeTable {
  const cases = drawn?.cases[at]
  if (drawn === null || cases === undefined) return counted
  const { key } = counted.area
  const sums = cellSums(table)
  addDrawn(
    sums,
    table,
    cases,
    (household) => key === null || townshipKey(drawn.villages[household] as string) === key,
  )
  return withIntervals(counted, estimateCells(sums))
}
