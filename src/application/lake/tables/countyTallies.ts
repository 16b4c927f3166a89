import type { CompiledTable } from '../../../domain/programmes/census/tables/CompiledTable'
import { adderOf, emptyTally, type TableTally } from '../../../domain/programmes/census/tables/tallyTable'
import { townshipKey } from '../../../domain/villages/townshipKey'
import type { LakeLevel } from '../LakeArea'
import type { SqlCell } from '../LakeEngine'
import { countedCode, type TableBatch } from './casesStatement'

/** Tallies of each table of a batch. */
type Tallies = readonly TableTally[]

/** A county's cases, counted for itself and for the areas that were asked for. */
export interface CountyTallies {
  readonly county: Tallies
  /** By their keys, and in their order. */
  readonly townships: ReadonlyMap<string, Tallies>
  readonly villages: ReadonlyMap<string, Tallies>
}

/** Adds up the rows of `casesStatement` of one county. */
export function tallyCounty(
  rows: readonly (readonly SqlCell[])[],
  batch: TableBatch,
  level: LakeLevel,
): CountyTallies {
  const county = emptyTallies(batch.tables)
  const townships = new Map<string, Tallies>()
  const villages = new Map<string, Tallies>()
  const adders = batch.tables.map((table, at) => adderOf(table, county[at] as TableTally))
  const talliesOf = (areas: Map<string, Tallies>, key: string): Tallies => {
    const own = areas.get(key) ?? emptyTallies(batch.tables)
    areas.set(key, own)
    return own
  }
  for (const row of rows) {
    const counted = countedCode(row, batch, level)
    if (counted === null) continue
    const { key, table, code, known, weight } = counted
    const into = [county]
    if (key !== null) into.push(talliesOf(townships, townshipKey(key)))
    if (key !== null && level === 'village') into.push(talliesOf(villages, key))
    for (const tallies of into) adders[table]?.((tallies[table] as TableTally).sums, 0, code, known, weight)
  }
  return { county, townships: inOrder(townships), villages: inOrder(villages) }
}

/** Statements give a county's areas in any order, and not always in the same. */
function inOrder(areas: ReadonlyMap<string, Tallies>): ReadonlyMap<string, Tallies> {
  return new Map([...areas].sort(([one], [other]) => (one < other ? -1 : 1)))
}

function emptyTallies(tables: readonly CompiledTable[]): Tallies {
  return tables.map((table) => emptyTally(table, 1))
}
