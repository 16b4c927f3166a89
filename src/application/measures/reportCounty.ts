import { checkTotals, type SampledPersons } from '../../domain/programmes/assessment/measures/checkTotals'
import type { CountyTotals } from '../../domain/programmes/assessment/measures/CountyTotals'
import { countyVerdict, type CountyVerdict } from '../../domain/programmes/assessment/measures/countyVerdict'
import type { DenominatorReading, Measure } from '../../domain/programmes/assessment/measures/Measure'
import { measureCounty } from '../../domain/programmes/assessment/measures/measureCounty'
import {
  isInSample,
  isInterviewed,
  type MeasuredHousehold,
} from '../../domain/programmes/assessment/measures/MeasuredHousehold'
import {
  measureVillages,
  type VillageMeasures,
} from '../../domain/programmes/assessment/measures/measureVillages'
import {
  reviewIndicators,
  type ReviewIndicator,
} from '../../domain/programmes/assessment/measures/reviewIndicators'
import { tallyHouseholds } from '../../domain/programmes/assessment/measures/tallyHouseholds'
import type { Problem } from '../../domain/shared/Problem'
import type { StandardsInForce } from '../../domain/standards/Standards'

/** What follows for the county and its villages from the households' verdicts and people's determinations. */
export interface CountyReport {
  readonly measures: readonly Measure[]
  readonly verdict: CountyVerdict
  readonly villages: readonly VillageMeasures[]
  readonly indicators: readonly ReviewIndicator[]
  /** Households interviewed to completion besides the sample in force: in no measure. */
  readonly besideSample: number
  readonly totals: CountyTotals | null
  /** Whom the totals cannot be smaller than. */
  readonly sampled: SampledPersons
  /** Totals that the sample contradicts: errors refuse them. */
  readonly problems: readonly Problem[]
}

/** What a county is measured by, besides its households. */
export interface CountyFacts {
  readonly totals: CountyTotals | null
  /** Name of the totals' file, for problems. */
  readonly totalsFile?: string
  readonly reading: DenominatorReading | null
}

/** What a report is computed from, besides the households. */
export interface CountyRequest {
  readonly facts: CountyFacts
  readonly standards: StandardsInForce
}

/** The report of a county of measured households. */
export function reportCounty(
  households: readonly MeasuredHousehold[],
  { totals, totalsFile, reading }: CountyFacts,
  standards: StandardsInForce,
): CountyReport {
  const tally = tallyHouseholds(households)
  const measures = measureCounty(tally, totals, standards)
  const openSuspicions = tally.exited.suspicionsOpen.households + tally.unregistered.suspicionsOpen.households
  const sampled = {
    exited: tally.exited.all.count,
    poor: tally.poorPersons,
    unregistered: tally.unregistered.all.count,
  }
  return {
    measures,
    verdict: countyVerdict(measures, reading, openSuspicions),
    villages: measureVillages(households, standards),
    indicators: reviewIndicators(households.filter(isInSample)),
    besideSample: households.filter((each) => isInterviewed(each) && !isInSample(each)).length,
    totals,
    sampled,
    problems: totals === null ? [] : checkTotals(totals, sampled, totalsFile),
  }
}

/** Households of the list that nobody has to visit, and nobody did. */
export function notDrawnIn({ villages }: Pick<CountyReport, 'villages'>): number {
  return villages.reduce((sum, { outcomes }) => sum + (outcomes['not_drawn'] ?? 0), 0)
}
