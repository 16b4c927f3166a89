import type { Estimate } from '../../../domain/estimates/Estimate'
import {
  countyVerdict,
  type CountyVerdict,
} from '../../../domain/programmes/assessment/measures/countyVerdict'
import type { Measure, MeasureResult } from '../../../domain/programmes/assessment/measures/Measure'
import { measureCounty } from '../../../domain/programmes/assessment/measures/measureCounty'
import { measureVillages } from '../../../domain/programmes/assessment/measures/measureVillages'
import { tallyHouseholds, type Tally } from '../../../domain/programmes/assessment/measures/tallyHouseholds'
import {
  totalVillages,
  townshipsOf,
  type VillageTotals,
} from '../../../domain/programmes/assessment/measures/townships'
import type { StandardsInForce } from '../../../domain/standards/Standards'
import { byCounty } from '../byCounty'
import { countyArea, isTold, type LakeArea, type CountyInLake, type LakeLevel } from '../LakeArea'
import type { LakeSource } from '../LakeEngine'
import { regionsOf } from '../regions'
import { householdsOf, profileIn, profilesStatement, type MeasureProfile } from './measureProfiles'
import { RegionMeasures } from './RegionMeasures'

/** A measure of a county, a province or the country. */
export interface LakeMeasure
  extends Estimate, Pick<Measure, 'name' | 'basis' | 'denominatorReading' | 'numerator' | 'denominator'> {
  /** Null above counties. */
  readonly threshold: number | null
  readonly result: MeasureResult | null
  /** Households that still can turn the result; null above counties. */
  readonly open: number | null
}

/** The measures of an area. */
export interface AreaMeasures {
  readonly area: LakeArea
  readonly counties: number
  readonly measures: readonly LakeMeasure[]
  /** Null above counties. */
  readonly verdict: CountyVerdict | null
  readonly openSuspicions: number
  /** Names of the counties that gave no totals. */
  readonly withoutTotals: readonly string[]
  /** What its townships and villages come to, where they are told; nothing is weighted. */
  readonly places: readonly AreaCounts[]
}

/** Counts of a township or village; see `VillageTotals`. */
export interface AreaCounts extends Omit<VillageTotals, 'monitored'> {
  readonly area: LakeArea
}

export interface LakeAssessment {
  readonly counties: ReadonlyMap<string, CountyInLake>
  readonly level: LakeLevel
  /** By the texts of the counties' standards. */
  readonly standardsOf: (county: CountyInLake) => StandardsInForce
}

/** The measures of every county, as `reportCounty` has them, then of the provinces and the country. One county is held at a time. */
export async function* lakeMeasures(
  { engine, sqlOf }: LakeSource,
  { counties, level, standardsOf }: LakeAssessment,
): AsyncGenerator<AreaMeasures> {
  const regions = regionsOf(counties.values(), () => new RegionMeasures())
  const unseen = new Set(counties.keys())
  function take(key: string, profiles: readonly MeasureProfile[]): readonly AreaMeasures[] {
    const county = counties.get(key)
    if (county === undefined) return []
    unseen.delete(key)
    const measured = measuresOf(county, profiles, level, standardsOf(county))
    for (const sums of regions.of(county)) sums.add(county, profiles, measured.openSuspicions)
    return isTold('county', level) ? [measured] : []
  }
  const statement = profilesStatement(sqlOf('measures_profiles'), level)
  for await (const { county, rows } of byCounty(engine.query(statement)))
    yield* take(county, rows.map(profileIn))
  for (const county of [...unseen]) yield* take(county, [])
  for (const { area, sums } of regions.all)
    yield {
      area,
      counties: sums.counties,
      measures: sums.measures(),
      verdict: null,
      openSuspicions: sums.openSuspicions,
      withoutTotals: sums.withoutTotals,
      places: [],
    }
}

function measuresOf(
  county: CountyInLake,
  profiles: readonly MeasureProfile[],
  level: LakeLevel,
  standards: StandardsInForce,
): AreaMeasures {
  const { totals, reading } = county
  const tally = tallyHouseholds(profiles)
  const measures = measureCounty(tally, totals, standards)
  const openSuspicions = tally.exited.suspicionsOpen.households + tally.unregistered.suspicionsOpen.households
  return {
    area: countyArea(county),
    counties: 1,
    measures: measures.map((measure) => told(measure, tally)),
    verdict: countyVerdict(measures, reading, openSuspicions),
    openSuspicions,
    withoutTotals: totals === null ? [county.name ?? county.key] : [],
    places: isTold('township', level) ? placesOf(county, profiles, level, standards) : [],
  }
}

function told(measure: Measure, tally: Tally): LakeMeasure {
  const { name, basis, denominatorReading, numerator, denominator, value, low, high, method } = measure
  const { threshold, result } = measure
  const part = { name, basis, denominatorReading, numerator, denominator, value, low, high, method }
  return { ...part, threshold, result, open: openOf(measure, tally) }
}

/** Households with an open suspicion or a conclusion to verify among those that a measure asks about. */
function openOf({ name }: Measure, { exited, unregistered }: Tally): number {
  const asked = {
    wrong_exit_rate: [exited],
    omission_rate: [unregistered],
    recognition: [],
    poverty_incidence: [exited, unregistered],
  }[name]
  return asked.reduce(
    (sum, { suspicionsOpen, toVerify }) => sum + suspicionsOpen.households + toVerify.households,
    0,
  )
}

/** The townships, each with its villages behind it where they are told. */
function placesOf(
  county: CountyInLake,
  profiles: readonly MeasureProfile[],
  level: LakeLevel,
  standards: StandardsInForce,
): readonly AreaCounts[] {
  const area = countyArea(county)
  return townshipsOf(measureVillages(householdsOf(profiles), standards)).flatMap(
    ({ key, villages, totals }) => [
      counts({ ...area, level: 'township', key }, totals),
      ...(level === 'village'
        ? villages.map((own) => counts({ ...area, level: 'village', key: own.village }, totalVillages([own])))
        : []),
    ],
  )
}

function counts(area: LakeArea, { monitored: _, ...totals }: VillageTotals): AreaCounts {
  return { area, ...totals }
}
