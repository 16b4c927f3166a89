import type { CountyTotals } from './CountyTotals'
import {
  estimateOverTotal,
  estimateShare,
  linearisedShare,
  type Share,
} from '../../../estimates/estimateShare'
import { correlationOver, reachOfSum } from '../../../estimates/sumOfTwo'
import { type Basis, type DenominatorReading } from './Measure'
import { NO_INTERVAL, type Estimate, type Interval } from '../../../estimates/Estimate'
import { shareOf } from './shareOf'
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
 * Poverty incidence as the sample estimates it: the sum of the two rates, each times its persons, with the variances
 * that their own limits imply (MOVER; Zou & Donner, Statistics in Medicine 27 (2008)) and, where both come from the same
 * villages, their linearised covariance. A plain sum of variances would claim certainty where neither rate met an event.
 */
export function estimateIncidence(
  totals: CountyTotals,
  tally: Tally,
  basis: Basis,
  reading: DenominatorReading,
  isWeighted: boolean,
): Estimate {
  return propagated(totals, partsOf(totals, tally, basis, reading, isWeighted))
}

/** Persons that the omission rate divides by; null where the county did not give them. */
export function denominatorOf(
  reading: DenominatorReading,
  totals: CountyTotals,
  tally: Tally,
): number | null {
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

function propagated(totals: CountyTotals, parts: readonly Part[]): Estimate {
  const { ruralRegistered, poor } = totals
  const estimates = parts.map((part) => ({ ...estimatePart(part), factor: part.persons / ruralRegistered }))
  if (estimates.some(({ value }) => value === null)) return { value: null, ...NO_INTERVAL }
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
    return reachOfSum(first, second, correlation)
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
  return one === undefined || other === undefined || sums === undefined
    ? 0
    : correlationOver(sums, one, other)
}

function linearisedPart({ share, denominator, isOverTotal }: Part): (figures: readonly number[]) => number {
  return isOverTotal ? (figures) => (figures[share.numerator] ?? 0) / denominator : linearisedShare(share)
}
