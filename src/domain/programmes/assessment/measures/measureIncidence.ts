import type { CountyTotals } from './CountyTotals'
import { valueInForce, type StandardsInForce } from '../../../standards/Standards'
import { expandIncidence } from './expandPublished'
import { denominatorOf, estimateIncidence } from './estimateIncidence'
import { type Basis, type DenominatorReading, type Measure } from './Measure'
import { NO_INTERVAL, type Estimate } from '../../../estimates/Estimate'
import { bounds, isOpen, openHouseholds } from './measureSuspicion'
import type { Kind } from './shareOf'
import { settleResult, thresholdWarning } from './settleResult'
import type { Tally } from './tallyHouseholds'

/**
 * (Remaining poor persons + omission rate × unregistered persons + wrong-exit rate × exited persons) / rural registered
 * population. Undetermined without the county's totals, and where a rate that is needed has nobody in its denominator.
 */
export function measureIncidence(
  tally: Tally,
  basis: Basis,
  reading: DenominatorReading,
  totals: CountyTotals | null,
  standards: StandardsInForce,
): Measure {
  const threshold = valueInForce(standards, 'incidence_max')
  const counted = (kind: Kind) => tally[kind][basis]
  const incidence = (omissions: number, wrongExits: number): PoorPersons =>
    totals === null ? UNKNOWN : poorPersons(totals, tally, reading, omissions, wrongExits)
  const [now, best, worst] = [
    incidence(counted('unregistered').count, counted('exited').count),
    incidence(bounds(tally.unregistered).best, bounds(tally.exited).best),
    incidence(bounds(tally.unregistered).worst, bounds(tally.exited).worst),
  ]
  const { value } = now
  const estimated = (isWeighted: boolean): Estimate =>
    totals === null || value === null
      ? { value: null, ...NO_INTERVAL }
      : estimateIncidence(totals, tally, basis, reading, isWeighted)
  const interval = estimated(false)
  const isSuspicionOpen = isOpen(tally.exited, basis) || isOpen(tally.unregistered, basis)
  const result = settleResult({
    best: best.value,
    worst: worst.value,
    isInside: (share) => share < threshold,
    isSuspicionOpen,
  })
  return {
    ...interval,
    value,
    name: 'poverty_incidence',
    basis,
    denominatorReading: reading,
    numerator: now.persons,
    denominator: totals?.ruralRegistered ?? null,
    threshold,
    best: best.value,
    worst: worst.value,
    result,
    warning: thresholdWarning(interval, threshold),
    weighted: reading === 'interviewed' ? estimated(true) : null,
    expansion:
      reading === 'interviewed' || totals === null
        ? null
        : expandIncidence(tally, totals, { value, threshold, result, basis, isSuspicionOpen }),
    numeratorHouseholds: [...counted('exited').ids, ...counted('unregistered').ids],
    denominatorHouseholds: [...tally.exited.all.ids, ...tally.unregistered.all.ids],
    open: [...openHouseholds(tally.exited), ...openHouseholds(tally.unregistered)],
  }
}

/** Estimated poor persons of the county, and their share; null where a rate that is needed is unknown. */
interface PoorPersons {
  readonly persons: number | null
  readonly value: number | null
}

const UNKNOWN: PoorPersons = { persons: null, value: null }

/** By one division of whole numbers, so that a value that is the threshold compares as such. */
function poorPersons(
  totals: CountyTotals,
  tally: Tally,
  reading: DenominatorReading,
  omissions: number,
  wrongExits: number,
): PoorPersons {
  const { ruralRegistered, poor, exited, unregistered } = totals
  const unregisteredBy = denominatorOf(reading, totals, tally)
  const omitted = ratio(omissions, unregistered, unregisteredBy)
  const wronglyExited = ratio(wrongExits, exited, tally.exited.all.count)
  if (ruralRegistered <= 0 || omitted === null || wronglyExited === null) return UNKNOWN
  const common = omitted.over * wronglyExited.over
  const persons = poor * common + omitted.persons * wronglyExited.over + wronglyExited.persons * omitted.over
  return { persons: persons / common, value: persons / (ruralRegistered * common) }
}

/** counted / denominator × persons of the county as a fraction; null where the rate is needed and unknown. */
function ratio(
  counted: number,
  persons: number,
  denominator: number | null,
): { readonly persons: number; readonly over: number } | null {
  if (persons === 0) return { persons: 0, over: 1 }
  return denominator === null || denominator === 0 ? null : { persons: counted * persons, over: denominator }
}
