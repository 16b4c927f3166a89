import { funnelOf, type Funnel } from '../../../domain/estimates/funnelLimits'
import type { LakeManifest } from '../LakeManifest'
import type { CountyInLake } from '../LakeArea'
import type { LakeSource } from '../LakeEngine'
import { numberAt, textAt } from '../sqlRow'

/** Rates that counties are held against each other by: of households, each counted once. */
export const COUNTY_RATES = ['enumerated', 'suspectedWrongExit', 'suspectedOmission', 'recognition'] as const

export type CountyRate = (typeof COUNTY_RATES)[number]

/** A rate of every county against that of all. */
export interface CountyFunnel {
  readonly rate: CountyRate
  readonly counties: readonly {
    readonly county: CountyInLake
    readonly successes: number
    readonly trials: number
  }[]
  /** Null where no county can stand out. */
  readonly funnel: Funnel | null
}

/** Columns of `county_rates.sql`, from 0. */
const PARTS: Readonly<Record<CountyRate, { readonly trials: number; readonly successes: number }>> = {
  enumerated: { trials: 1, successes: 2 },
  suspectedWrongExit: { trials: 3, successes: 4 },
  suspectedOmission: { trials: 5, successes: 6 },
  recognition: { trials: 7, successes: 8 },
}

const RATES: Readonly<Record<LakeManifest['kind'], readonly CountyRate[]>> = {
  census: ['enumerated'],
  assessment: ['suspectedWrongExit', 'suspectedOmission', 'recognition'],
}

/** The rates of a kind of project, county by county. */
export async function countyFunnels(
  { engine, sqlOf }: LakeSource,
  counties: ReadonlyMap<string, CountyInLake>,
  kind: LakeManifest['kind'],
): Promise<readonly CountyFunnel[]> {
  const rows: { readonly county: CountyInLake; readonly numbers: readonly number[] }[] = []
  for await (const row of engine.query(sqlOf('county_rates'))) {
    const county = counties.get(textAt(row, 0))
    if (county !== undefined)
      rows.push({ county, numbers: row.map((_, at) => (at === 0 ? 0 : numberAt(row, at))) })
  }
  return RATES[kind].map((rate) => {
    const { trials, successes } = PARTS[rate]
    const counted = rows.map(({ county, numbers }) => ({
      county,
      successes: numbers[successes] ?? 0,
      trials: numbers[trials] ?? 0,
    }))
    return { rate, counties: counted, funnel: funnelOf(counted) }
  })
}
