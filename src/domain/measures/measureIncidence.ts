import type { CountyTotals } from './CountyTotals'
import { valueInForce, type StandardsInForce } from '../standards/Standards'
import { estimateOverTotal, estimateShare, linearisedShare, type Share } from './estimateShare'
import {
  NO_INTERVAL,
  type Basis,
  type DenominatorReading,
  type Estimate,
  type Interval,
  type Measure,
} from './Measure'
import { bounds, openHouseholds, shareOf, type Kind } from './measureSuspicion'
import { settleResult, thresholdWarning } from './settleResult'
import type { Tally } from './tallyHouseholds'

/** One of the two rates that poverty incidence adds up, and the persons of the county it is applied to. */
interface Part {
  readonly share: Share
  /** Persons that the rate divides by. */
  readonly denominator: number
  readonly isOverTotal: boolean
  readonly persons: number
}

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
      : propagated(totals, partsOf(totals, tally, basis, reading, isWeighted))
  const interval = estimated(false)
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
    result: settleResult({
      best: best.value,
      worst: worst.value,
      isInside: (share) => share < threshold,
      isSuspicionOpen:
        basis === 'determined' &&
        tally.exited.suspicionsOpen.ids.length + tally.unregistered.suspicionsOpen.ids.length > 0,
    }),
    warning: thresholdWarning(interval, threshold),
    weighted: reading === 'interviewed' ? estimated(true) : null,
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

function denominatorOf(reading: DenominatorReading, totals: CountyTotals, tally: Tally): number | null {
  return reading === 'interviewed' ? tally.unregistered.all.count : totals.sampledVillagesUnregistered
}

function partsOf(
  totals: CountyTotals,
  tally: Tally,
  basis: Basis,
  reading: DenominatorReading,
  isWeighted: boolean,
): readonly Part[] {
  const parts: readonly Part[] = [
    {
      share: shareOf('unregistered', tally, basis, isWeighted),
      denominator: denominatorOf(reading, totals, tally) ?? 0,
      isOverTotal: reading === 'sampled_villages',
      persons: totals.unregistered,
    },
    {
      share: shareOf('exited', tally, basis, isWeighted),
      denominator: tally.exited.all.count,
      isOverTotal: false,
      persons: totals.exited,
    },
  ]
  return parts.filter(({ persons }) => persons > 0)
}

/**
 * The weighted sum of the two rates, with the variances that their own limits imply (MOVER; Zou & Donner, Statistics in
 * Medicine 27 (2008)) and, where both rates come from the same villages, their linearised covariance. A plain sum of
 * variances would claim certainty where neither rate met an event.
 */
function propagated(totals: CountyTotals, parts: readonly Part[]): Estimate {
  const { ruralRegistered, poor } = totals
  const estimates = parts.map((part) => ({ ...estimatePart(part), factor: part.persons / ruralRegistered }))
  const value = estimates.reduce((sum, part) => sum + (part.value ?? 0) * part.factor, poor / ruralRegistered)
  const correlation = correlationOf(parts)
  const reach = (side: 'low' | 'high'): number | null => {
    const reaches = estimates.map((part) => {
      const limit = part[side]
      return limit === null || part.value === null ? null : Math.abs(limit - part.value) * part.factor
    })
    const known = reaches.filter((each) => each !== null)
    if (known.length < reaches.length) return null
    const [first = 0, second = 0] = known
    return Math.sqrt(Math.max(0, first ** 2 + second ** 2 + 2 * correlation * first * second))
  }
  const [down, up] = [reach('low'), reach('high')]
  const interval: Interval =
    down === null || up === null || parts.length === 0
      ? NO_INTERVAL
      : { low: Math.max(0, value - down), high: Math.min(1, value + up), method: 'propagated' }
  return { value, ...interval }
}

function estimatePart({ share, denominator, isOverTotal }: Part): Estimate {
  return isOverTotal ? estimateOverTotal(share, denominator) : estimateShare(share)
}

/** Correlation of the two rates over the clusters; 0 where one of them does not vary. */
function correlationOf(parts: readonly Part[]): number {
  const [one, other] = parts.map(linearisedPart)
  const sums = parts[0]?.share.sums
  if (one === undefined || other === undefined || sums === undefined) return 0
  const [ofOne, ofOther] = [sums.varianceOf(one), sums.varianceOf(other)]
  const ofBoth = sums.varianceOf((figures) => one(figures) + other(figures))
  const spread = Math.sqrt(ofOne * ofOther)
  return spread === 0 ? 0 : Math.max(-1, Math.min(1, (ofBoth - ofOne - ofOther) / (2 * spread)))
}

function linearisedPart({ share, denominator, isOverTotal }: Part): (figures: readonly number[]) => number {
  return isOverTotal ? (figures) => (figures[share.numerator] ?? 0) / denominator : linearisedShare(share)
}
