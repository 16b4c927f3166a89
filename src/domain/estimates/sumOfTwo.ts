import type { SampleSums } from './SampleSums'

/** Below this a variance is 0 apart from rounding: all clusters show one share. */
export const NO_VARIANCE = 1e-20

type Linearised = (figures: readonly number[]) => number

/**
 * How far a sum of two estimates reaches to one side, each of which reaches so far by itself, by the variances that their own limits
 * imply (MOVER; Zou & Donner, Statistics in Medicine 27 (2008)).
 */
export function reachOfSum(first: number, second: number, correlation: number): number {
  return Math.sqrt(Math.max(0, first ** 2 + second ** 2 + 2 * correlation * first * second))
}

/** Correlation of two linearised variables over the clusters; 0 where one of them does not vary. */
export function correlationOver(sums: SampleSums, one: Linearised, other: Linearised): number {
  const [ofOne, ofOther] = [sums.varianceOf(one), sums.varianceOf(other)]
  if (ofOne <= NO_VARIANCE || ofOther <= NO_VARIANCE) return 0
  const ofBoth = sums.varianceOf((figures) => one(figures) + other(figures))
  const spread = Math.sqrt(ofOne * ofOther)
  return Math.max(-1, Math.min(1, (ofBoth - ofOne - ofOther) / (2 * spread)))
}
