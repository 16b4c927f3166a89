import betaQuantile from '@stdlib/stats-base-dists-beta-quantile'
import { NO_INTERVAL, type Interval } from './Estimate'

/** Half of what a 95 % interval leaves out. */
const TAIL = 0.025

/**
 * Exact binomial interval for `successes` of `trials`, which need not be whole numbers; none without trials.
 * Clopper & Pearson, Biometrika 26 (1934), by beta quantiles.
 */
export function clopperPearson(successes: number, trials: number): Interval {
  if (trials <= 0) return NO_INTERVAL
  const failures = trials - successes
  return {
    low: successes <= 0 ? 0 : betaQuantile(TAIL, successes, failures + 1),
    high: failures <= 0 ? 1 : betaQuantile(1 - TAIL, successes + 1, failures),
    method: 'clopper_pearson',
  }
}

/** A share as a design-based sample gives it. */
export interface SampledShare {
  readonly value: number
  readonly variance: number
  /** Sampled clusters less strata. */
  readonly degreesOfFreedom: number
  /** Sampled persons (or households) of the denominator. */
  readonly units: number
  /** The most that the sample is taken to be worth. */
  readonly sizeAtMost: number
}

/**
 * Exact interval on the effective sample size p(1-p)/variance, corrected for degrees of freedom; none without any.
 * Korn & Graubard, Survey Methodology 24 (1998). Where the sample shows no variance at all its size is `sizeAtMost`.
 */
export function kornGraubard(share: SampledShare): Interval {
  const { value, variance, degreesOfFreedom, units, sizeAtMost } = share
  if (degreesOfFreedom < 1 || units < 2) return NO_INTERVAL
  const estimated = variance > 0 ? (value * (1 - value)) / variance : Infinity
  const size = Math.min(estimated, sizeAtMost) * (tQuantile(units - 1) / tQuantile(degreesOfFreedom)) ** 2
  const method = estimated > sizeAtMost ? 'korn_graubard_limited' : 'korn_graubard'
  return { ...clopperPearson(size * value, size), method }
}

/**
 * The 97.5 % quantile of Student's t: from the beta quantile, since for t with n degrees of freedom n/(n+t²) follows
 * beta(n/2, 1/2).
 */
export function tQuantile(degreesOfFreedom: number): number {
  const share = betaQuantile(2 * TAIL, degreesOfFreedom / 2, 0.5)
  return Math.sqrt((degreesOfFreedom * (1 - share)) / share)
}
