import type { CountyTotals } from '../../domain/programmes/assessment/measures/CountyTotals'
import { READINGS, type DenominatorReading } from '../../domain/programmes/assessment/measures/Measure'
import type { LakeSource, SqlCell } from './LakeEngine'
import { booleanOrNullAt, numberOrNullAt, textAt, textOrNullAt } from './sqlRow'

/** How far down lines are told; those above are always. */
export const LAKE_LEVELS = ['province', 'city', 'county', 'township', 'village'] as const

export type LakeLevel = (typeof LAKE_LEVELS)[number]

/** What a line of a lake is of. */
export interface LakeArea {
  readonly level: 'country' | LakeLevel
  /** Null for the country, and where lists name none. */
  readonly province: string | null
  /** Null above cities, and where lists name none. */
  readonly city: string | null
  /** Key and name of the county; null above counties. */
  readonly county: string | null
  readonly countyName: string | null
  /** Of a township or village as `villageOf` names it; else null. */
  readonly key: string | null
}

export const COUNTRY: LakeArea = {
  level: 'country',
  province: null,
  city: null,
  county: null,
  countyName: null,
  key: null,
}

/** A county of a lake. */
export interface CountyInLake {
  readonly key: string
  readonly province: string | null
  readonly city: string | null
  readonly name: string | null
  /** See `standardsVersion`. */
  readonly standards: string
  readonly reading: DenominatorReading | null
  readonly isSampled: boolean
  /** Null where the county gave none. */
  readonly totals: CountyTotals | null
}

/** The counties, by their keys. */
export async function readCounties({
  engine,
  sqlOf,
}: LakeSource): Promise<ReadonlyMap<string, CountyInLake>> {
  const counties = new Map<string, CountyInLake>()
  for await (const row of engine.query(sqlOf('counties'))) {
    const key = textAt(row, 0)
    const reading = textOrNullAt(row, 5)
    counties.set(key, {
      key,
      province: textOrNullAt(row, 1),
      city: textOrNullAt(row, 2),
      name: textOrNullAt(row, 3),
      standards: textAt(row, 4),
      reading: READINGS.find((each) => each === reading) ?? null,
      isSampled: booleanOrNullAt(row, 6) ?? false,
      totals: totalsIn(row),
    })
  }
  return counties
}

function totalsIn(row: readonly SqlCell[]): CountyTotals | null {
  const [ruralRegistered = null, exited = null, poor = null, unregistered = null] = [7, 8, 9, 10].map((at) =>
    numberOrNullAt(row, at),
  )
  if (ruralRegistered === null || exited === null || poor === null || unregistered === null) return null
  const sampledVillagesUnregistered = numberOrNullAt(row, 11)
  return { ruralRegistered, exited, poor, unregistered, sampledVillagesUnregistered, source: '' }
}

export function countyArea({ key, province, city, name }: CountyInLake): LakeArea {
  return { level: 'county', province, city, county: key, countyName: name, key: null }
}

/** Whether lines of so low a level are told. */
export function isTold(level: LakeArea['level'], lowest: LakeLevel): boolean {
  return level === 'country' || LAKE_LEVELS.indexOf(level) <= LAKE_LEVELS.indexOf(lowest)
}
