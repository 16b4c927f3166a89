import { groupBy } from '../../../shared/groupBy'
import type { Coverage, CoverageRow } from './Coverage'
import { coverageBy, sumCoverage } from './coverageBy'
import { sharedIds, type SharedId } from './sharedIds'

/** The coverage of a county with its parts, each in the order of the rows. */
export interface CoverageReport {
  readonly county: Coverage
  readonly townships: ReadonlyMap<string, Coverage>
  readonly villages: ReadonlyMap<string, Coverage>
  /** ID numbers that several households have. */
  readonly shared: readonly SharedId[]
}

/** Coverage of the county, of each township and of each village. */
export function coverageOf(rows: readonly CoverageRow[]): CoverageReport {
  const villages = coverageBy(rows, ({ village }) => village)
  const townshipOf = new Map(rows.map(({ village, township }) => [village, township]))
  const byTownship = groupBy(villages, ([village]) => townshipOf.get(village) ?? '')
  return {
    county: sumCoverage(villages.values()),
    townships: new Map(
      [...byTownship].map(([township, own]) => [township, sumCoverage(own.map(([, counts]) => counts))]),
    ),
    villages,
    shared: sharedIds(rows),
  }
}
