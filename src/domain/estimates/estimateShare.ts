import { clopperPearson, kornGraubard, tQuantile } from './exactInterval'
import { NO_INTERVAL, type Estimate, type Interval } from './Estimate'
import type { SampleSums } from './SampleSums'
import { correlationOver, NO_VARIANCE, reachOfSum } from './sumOfTwo'

/** A share of the sample: which figure over which. */
export interface Share {
  readonly sums: SampleSums
  readonly numerator: number
  readonly denominator: number
  /** Persons (of recognition: households) in the denominator, each counted once. */
  readonly units: number
}

/** With fewer households than these on either side of a share, equally large ones, its estimated variance is not relied on. */
export const FEW_HOUSEHOLDS = 10
/** Weights that cost more than this, by Kish, are unequal. */
export const EQUAL_WEIGHTS = 1.05

/**
 * A share whose parts come in clusters (a household's persons share one fate), by the ratio estimator: its variance is
 * that of the linearised variable (y - r x)/x̂ over clusters, its interval Korn and Graubard's. Value, variance and interval
 * are those of R's `svyciprop(method = "beta")` on a `subset`, to 1e-9 (tests/oracle), but for `mostItIsWorth`. Where others were all
 * asked, see `estimateBesideCertain`.
 */
export function estimateShare(share: Share): Estimate {
  return share.sums.certain(share.denominator) === 0 ? estimateSampled(share) : estimateBesideCertain(share)
}

function estimateSampled(share: Share): Estimate {
  const { sums, numerator, denominator, units } = share
  const whole = sums.total(denominator)
  if (whole === 0) return { value: null, ...NO_INTERVAL }
  const value = sums.total(numerator) / whole
  const variance = sums.varianceOf(deviationFrom(value, whole, share))
  const interval = kornGraubard({
    value,
    variance,
    degreesOfFreedom: sums.degreesOfFreedom(denominator),
    units,
    sizeAtMost: mostItIsWorth(share, variance),
  })
  return { value, ...interval }
}

/**
 * The share of those sampled and those all asked together, (Y + r X)/(C + X), of which r, the share of the sample, and X, the persons
 * it stands for, are estimates: r has the limits that it has by itself, X linearised ones, and both their covariance. None where
 * nobody of the sample is in the denominator.
 */
function estimateBesideCertain(share: Share): Estimate {
  const { sums, numerator, denominator } = share
  const whole = sums.whole(denominator)
  const value = sums.whole(numerator) / whole
  const sampled = estimateSampled(share)
  if (sampled.value === null || sampled.low === null || sampled.high === null)
    return { value, ...NO_INTERVAL }
  const own = sampled.value
  const slope = (own - value) / whole
  const ofShare = deviationFrom(own, whole, share)
  const ofSize = (figures: readonly number[]) => slope * (figures[denominator] ?? 0)
  const correlation = correlationOver(sums, ofShare, ofSize)
  const factor = sums.total(denominator) / whole
  const bySize = tQuantile(sums.degreesOfFreedom(denominator)) * Math.sqrt(sums.varianceOf(ofSize))
  const [down, up] = [own - sampled.low, sampled.high - own].map((reach) =>
    reachOfSum(reach * factor, bySize, correlation),
  ) as [number, number]
  return { value, low: Math.max(0, value - down), high: Math.min(1, value + up), method: 'propagated' }
}

/**
 * Most that the sample is taken to be worth: where few households are on either side, or weights are unequal, what
 * unclustered households of these sizes and weights would be (Kish); else no limit. The estimated variance is then far too
 * small if the heavy households happen to agree, and 0 if all do. R sets no limit: its intervals covered 66 to 96 % there,
 * these at least 95 (docs/benchmarks.md). Elsewhere the limit gained nothing, so there is none.
 */
export function mostItIsWorth({ sums, numerator, denominator }: Share, variance: number): number {
  const onEitherSide = Math.min(sums.effectiveSize(numerator), sums.effectiveRest(numerator, denominator))
  const isReliable =
    onEitherSide >= FEW_HOUSEHOLDS &&
    sums.weightingLoss(denominator) <= EQUAL_WEIGHTS &&
    variance > NO_VARIANCE
  return isReliable ? Infinity : sums.effectiveSize(denominator)
}

/** What each cluster adds to a share's deviation; nothing where nobody is in the denominator. */
export function linearisedShare({
  sums,
  numerator,
  denominator,
}: Pick<Share, 'sums' | 'numerator' | 'denominator'>): (figures: readonly number[]) => number {
  const whole = sums.whole(denominator)
  if (whole === 0) return () => 0
  return deviationFrom(sums.whole(numerator) / whole, whole, { numerator, denominator })
}

function deviationFrom(
  value: number,
  whole: number,
  { numerator, denominator }: Pick<Share, 'numerator' | 'denominator'>,
): (figures: readonly number[]) => number {
  return (figures) => ((figures[numerator] ?? 0) - value * (figures[denominator] ?? 0)) / whole
}

/** A share of households drawn by themselves and alike: exact. */
export function estimateHouseholdShare(successes: number, trials: number): Estimate {
  return { value: trials === 0 ? null : successes / trials, ...clopperPearson(successes, trials) }
}

/**
 * A sampled sum over a known total: the value, give or take Student's t times the linearised standard error, cut at 0.
 * With no variance in the sample there is no interval: an empty one would claim certainty.
 */
export function estimateOverTotal(
  { sums, numerator, denominator }: Pick<Share, 'sums' | 'numerator' | 'denominator'>,
  total: number,
): Estimate {
  const value = sums.total(numerator) / total
  const variance = sums.varianceOf((figures) => (figures[numerator] ?? 0) / total)
  return { value, ...linearisedInterval(value, variance, sums.degreesOfFreedom(denominator)) }
}

function linearisedInterval(value: number, variance: number, degreesOfFreedom: number): Interval {
  if (degreesOfFreedom < 1 || variance <= NO_VARIANCE) return NO_INTERVAL
  const reach = tQuantile(degreesOfFreedom) * Math.sqrt(variance)
  return { low: Math.max(0, value - reach), high: Math.min(1, value + reach), method: 'linearised' }
}
