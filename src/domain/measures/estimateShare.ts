import { clopperPearson, kornGraubard, tQuantile } from './exactInterval'
import { NO_INTERVAL, type Estimate, type Interval } from './Measure'
import type { SampleSums } from './SampleSums'

/** A share of the sample: which figure over which, and what its households are worth. */
export interface Share {
  readonly sums: SampleSums
  readonly numerator: number
  readonly denominator: number
  /** Households in the denominator. */
  readonly units: number
  /** Σ (weight × persons)² of these households. */
  readonly squares: number
}

/**
 * A share whose parts come in clusters (a household's persons share one fate), by the ratio estimator: its variance is
 * that of the linearised variable (y - r x)/x̂ over clusters, its interval Korn and Graubard's.
 */
export function estimateShare(share: Share): Estimate {
  const { sums, numerator, denominator, units, squares } = share
  const whole = sums.total(denominator)
  if (whole === 0) return { value: null, ...NO_INTERVAL }
  const value = sums.total(numerator) / whole
  const interval = kornGraubard({
    value,
    variance: sums.varianceOf(linearisedShare(share)),
    degreesOfFreedom: sums.degreesOfFreedom(denominator),
    units,
    sizeAtMost: whole ** 2 / squares,
  })
  return { value, ...interval }
}

/** What each cluster adds to a share's deviation; nothing where nobody is in the denominator. */
export function linearisedShare({
  sums,
  numerator,
  denominator,
}: Pick<Share, 'sums' | 'numerator' | 'denominator'>): (figures: readonly number[]) => number {
  const whole = sums.total(denominator)
  if (whole === 0) return () => 0
  const value = sums.total(numerator) / whole
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
  if (degreesOfFreedom < 1 || variance <= 0) return NO_INTERVAL
  const reach = tQuantile(degreesOfFreedom) * Math.sqrt(variance)
  return { low: Math.max(0, value - reach), high: Math.min(1, value + reach), method: 'linearised' }
}
