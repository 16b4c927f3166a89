/**
 * How an interval was computed; `none` where the sample gives none (nobody asked, a single cluster, no variance). `limited`:
 * the effective size would have been above what households of these sizes and weights can be worth (`estimateShare`).
 */
export type IntervalMethod =
  'clopper_pearson' | 'korn_graubard' | 'korn_graubard_limited' | 'linearised' | 'propagated' | 'none'

/** A 95 % interval. */
export interface Interval {
  readonly low: number | null
  readonly high: number | null
  readonly method: IntervalMethod
}

/** A value with its interval; `value` is null where nobody is in the denominator. */
export interface Estimate extends Interval {
  readonly value: number | null
}

export const NO_INTERVAL: Interval = { low: null, high: null, method: 'none' }
