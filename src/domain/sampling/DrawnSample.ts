import type { Sampling } from './Sampling'
import type { HouseholdType } from './Frame'
import type { StratumGroup } from './formStrata'

/** Name and version of what is done with plan, frame and chance. Never change what a name draws: add another. */
export const METHOD = 'yihu-sampling-1'

/** A drawn stratum: whatever holds for all of its households, and which of them were drawn. */
export interface SampleStratum {
  readonly township: string
  readonly village: string | null
  readonly type: HouseholdType
  readonly group: StratumGroup
  /** The drawn village that it is part of; null where households themselves were drawn, or the village was certain. */
  readonly cluster: string | null
  /** Households of the frame. */
  readonly households: number
  /** Of each of its households. */
  readonly inclusionProbability: number
  /** How many households of the county each drawn one stands for: 1 / inclusionProbability. */
  readonly weight: number
  /** In the order of their drawing. */
  readonly drawn: readonly string[]
  /** Spares, in the order in which they take a place. */
  readonly reserves: readonly string[]
}

export interface DrawnSample {
  /** Households the draw could reach: the types wanted, less those left out. */
  readonly population: number
  /** Households left out because they were visited lately. */
  readonly leftOut: number
  /** Households drawn. */
  readonly size: number
  readonly strata: readonly SampleStratum[]
}

/** How a stratum's households came into the sample, as the measures need it. */
export function samplingIn({ township, village, type, group, cluster, weight }: SampleStratum): Sampling {
  const stratum = cluster === null ? [township, village ?? '', type, group].join(' ') : DRAWN_VILLAGES
  return { weight, stratum, cluster }
}

/** Villages were drawn from one list: together they are one stratum. */
export const DRAWN_VILLAGES = 'drawn_villages'
