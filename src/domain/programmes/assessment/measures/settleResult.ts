import type { MeasureResult } from './Measure'
import type { Interval } from '../../../estimates/Estimate'

/** What a result is settled by. */
export interface ResultCase {
  readonly best: number | null
  readonly worst: number | null
  readonly isInside: (value: number) => boolean
  /** On the determined basis nothing is settled while one is open, whichever way it would end. */
  readonly isSuspicionOpen: boolean
}

/** Reached only if the worst case is inside the threshold, not reached only if the best is outside (standards, 'Result'). */
export function settleResult({ best, worst, isInside, isSuspicionOpen }: ResultCase): MeasureResult {
  if (best === null || worst === null || isSuspicionOpen) return 'undetermined'
  if (isInside(worst)) return 'reached'
  return isInside(best) ? 'undetermined' : 'not_reached'
}

/** A sample that came out the other side would not have been strange: the threshold lies inside the interval. */
export function thresholdWarning({ low, high }: Interval, threshold: number): 'threshold_in_interval' | null {
  return low !== null && high !== null && low <= threshold && threshold <= high
    ? 'threshold_in_interval'
    : null
}
