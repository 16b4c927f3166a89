import type { Estimate } from '../../../estimates/Estimate'

export const MEASURES = ['wrong_exit_rate', 'omission_rate', 'recognition', 'poverty_incidence'] as const

export type MeasureName = (typeof MEASURES)[number]

/** Whether every suspicion counts, or only what people determined. The county's verdict uses `determined`. */
export const BASES = ['suspected', 'determined'] as const

export type Basis = (typeof BASES)[number]

/** Whom the omission rate divides by: unregistered persons interviewed, or all of the sampled villages. */
export const READINGS = ['interviewed', 'sampled_villages'] as const

export type DenominatorReading = (typeof READINGS)[number]

export type MeasureResult = 'reached' | 'not_reached' | 'undetermined'

export interface Measure extends Estimate {
  readonly name: MeasureName
  /** Null for recognition, which no suspicion touches. */
  readonly basis: Basis | null
  /** Null for measures that the reading does not touch. */
  readonly denominatorReading: DenominatorReading | null
  /** Persons; for recognition households. */
  readonly numerator: number | null
  readonly denominator: number | null
  readonly threshold: number
  /** The value if every open question ended for, or against, the county. */
  readonly best: number | null
  readonly worst: number | null
  readonly result: MeasureResult
  readonly warning: 'threshold_in_interval' | null
  /** The same by sampling weights; null for what divides by a known total. */
  readonly weighted: Estimate | null
  /** What stands beside the published formula, which divides a sample's count by a full population; null for all else. */
  readonly expansion: Expansion | null
  /** Ids of the households counted in each. */
  readonly numeratorHouseholds: readonly string[]
  readonly denominatorHouseholds: readonly string[]
  /** Households with an open suspicion or a conclusion `to_verify`: what still can turn the result. */
  readonly open: readonly string[]
}

/** The estimate from the sample's persons, each weighted by how many he stands for, over the population. */
export interface Expansion extends Estimate {
  readonly best: number | null
  readonly worst: number | null
  readonly result: MeasureResult
  /** Whether the published formula leads to another result. */
  readonly decidesOtherwise: boolean
}
