import type { CountyTotals } from '../../domain/programmes/assessment/measures/CountyTotals'
import type { DenominatorReading } from '../../domain/programmes/assessment/measures/Measure'
import type { CaseBook } from '../../domain/programmes/census/tables/CaseBook'
import { areaParts } from '../../domain/villages/areaParts'
import { townshipKey } from '../../domain/villages/townshipKey'
import { codesAt } from './caseCodes'
import type { LakeRow, TakeRow } from './lakeSchema'

/** What a county's row says besides its place. */
export interface CountyRowFacts {
  readonly kind: string
  readonly standards: string
  readonly instrument: number | null
  readonly openSuspicions: number | null
  readonly isSampled: boolean
  readonly totals: CountyTotals | null
  readonly reading: DenominatorReading | null
}

/** Where a county is; null where its list does not say. */
interface CountyPlace {
  readonly province: string | null
  readonly city: string | null
  readonly county: string | null
}

/** The row of a county; its state is told once it is known. */
export function countyRow(
  { province, city, county }: CountyPlace,
  { kind, standards, instrument, openSuspicions, isSampled, totals, reading }: CountyRowFacts,
): LakeRow<'counties'> {
  return {
    kind,
    province,
    city,
    county_name: county,
    standards,
    omission_reading: reading,
    state: null,
    instrument,
    open_suspicions: openSuspicions,
    is_sampled: isSampled,
    rural_registered: totals?.ruralRegistered ?? null,
    exited: totals?.exited ?? null,
    poor: totals?.poor ?? null,
    unregistered: totals?.unregistered ?? null,
    sampled_villages_unregistered: totals?.sampledVillagesUnregistered ?? null,
  }
}

export function villageRow(village: string): LakeRow<'villages'> {
  return { township: townshipKey(village), village, village_name: areaParts(village).village }
}

/** The villages of a census, as their forms are coded, and the amounts of the county's form. */
export function takeAreas({ tables, villageForms, amounts }: CaseBook, take: TakeRow): void {
  for (const [at, village] of villageForms.ids.entries())
    take('villages', villageRow(village), codesAt(tables, villageForms, at))
  for (const [table_id, counts] of amounts)
    for (const [row_number, amount] of counts.entries())
      take('amounts', { table_id, row_number, amount: amount ?? null })
}

/** Households of each village by where they stand. */
export interface VillageOutcomes {
  add(village: string, outcome: string, isFound: boolean): void
  rows(): readonly LakeRow<'coverage'>[]
  readonly villages: readonly string[]
}

export function villageOutcomes(): VillageOutcomes {
  const counts = new Map<string, Map<string, { listed: number; found: number }>>()
  return {
    add(village, outcome, isFound) {
      const own = counts.get(village) ?? new Map<string, { listed: number; found: number }>()
      counts.set(village, own)
      const count = own.get(outcome) ?? { listed: 0, found: 0 }
      own.set(outcome, count)
      count[isFound ? 'found' : 'listed']++
    },
    rows: () =>
      [...counts].flatMap(([village, own]) =>
        [...own].map(([outcome, count]) => ({ township: townshipKey(village), village, outcome, ...count })),
      ),
    get villages() {
      return [...counts.keys()]
    },
  }
}
