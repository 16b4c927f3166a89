import type { CompiledTable } from '../../../domain/programmes/census/tables/CompiledTable'
import {
  addFigures,
  cellSums,
  estimateCells,
  figuresOfHouseholds,
  type CellSums,
  type DrawnCases,
  type HouseholdFigures,
} from '../../../domain/programmes/census/tables/estimateCells'
import { tableOf, withIntervals, type CountedTable } from '../../../domain/programmes/census/tables/tableOf'
import {
  emptyTally,
  TALLY_BASE,
  TALLY_CELLS,
  type TableTally,
} from '../../../domain/programmes/census/tables/tallyTable'

/** A county's part of a region. */
export interface CountyPart {
  readonly county: string
  /** Of each table. */
  readonly tallies: readonly TableTally[]
  /** The drawn cases of each table; null where everybody was enumerated. */
  readonly drawn: readonly DrawnCases[] | null
}

interface RegionTable {
  readonly table: CompiledTable
  readonly tally: TableTally
  readonly cells: CellSums
}

/**
 * The tables of a province or the country: sums over counties. Counties where everybody was enumerated add to what is known; the
 * strata of sampled ones are each county's own.
 */
export class RegionTables {
  readonly #tables: readonly RegionTable[]
  #isSampled = false

  constructor(tables: readonly CompiledTable[]) {
    this.#tables = tables.map((table) => ({ table, tally: emptyTally(table, 1), cells: cellSums(table) }))
  }

  add({ county, tallies, drawn }: CountyPart): void {
    if (drawn !== null) this.#isSampled = true
    for (const [at, { table, tally, cells }] of this.#tables.entries()) {
      const own = tallies[at]
      const cases = drawn?.[at]
      if (own === undefined) continue
      for (const [place, sum] of own.sums.entries()) tally.sums[place] = (tally.sums[place] as number) + sum
      if (cases === undefined) cells.sums.addCertain(figuresOf(own))
      else
        for (const alike of mergeAlike(figuresOfHouseholds(cells, table, cases, () => true)))
          addFigures(cells, ofCounty(alike, county))
    }
  }

  tables(): readonly CountedTable[] {
    return this.#tables.map(({ table, tally, cells }) => {
      const counted = tableOf(table, tally, tally.sums)
      return this.#isSampled ? withIntervals(counted, estimateCells(cells)) : counted
    })
  }
}

/** A tally in the order of `CellSums`. */
function figuresOf({ sums, cells }: TableTally): readonly number[] {
  const own = sums.subarray(TALLY_CELLS, TALLY_CELLS + cells)
  return [...own, sums[TALLY_BASE] as number, ...sums.subarray(TALLY_CELLS + cells)]
}

/** Households drawn by themselves with one sampling and the same figures together: a country's samples fit into memory so. */
function mergeAlike(households: Iterable<HouseholdFigures>): Iterable<HouseholdFigures> {
  const merged = new Map<string, HouseholdFigures>()
  for (const household of households) {
    const { sampling, figures } = household
    const key = JSON.stringify([sampling.stratum, sampling.cluster, sampling.weight, figures])
    const times = (merged.get(key)?.times ?? 0) + 1
    merged.set(key, { ...household, times })
  }
  return merged.values()
}

function ofCounty(household: HouseholdFigures, county: string): HouseholdFigures {
  const { sampling } = household
  return { ...household, sampling: { ...sampling, stratum: `${county} ${sampling.stratum}` } }
}
