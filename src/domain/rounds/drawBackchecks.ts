import { randomStream } from '../sampling/randomStream'

/** Name and version of how back-checks are drawn. Never change what a name draws: add another. */
export const BACKCHECK_METHOD = 'yihu-backchecks-1'

/** One assessor's interviews, as back-checks are drawn from them. */
export interface BackcheckPool {
  readonly assessor: string
  /** Households that he interviewed to completion: the share is of these. */
  readonly interviewed: number
  /** Those of them that a back-checker has already: they count towards the share. */
  readonly given: number
  /** Those that can be drawn; in any order. */
  readonly households: readonly string[]
}

/** Everything that a draw depends on, besides its method. */
export interface BackcheckPlan {
  readonly seed: string
  /** Whole number from 1 to 100. */
  readonly sharePercent: number
  readonly pools: readonly BackcheckPool[]
}

/** How many of an assessor's households are still to be given, for the share to be reached: rounded up, so at least one in all. */
export function missingBackchecks({ interviewed, given }: BackcheckPool, sharePercent: number): number {
  return Math.max(0, Math.ceil((interviewed * sharePercent) / 100) - given)
}

/**
 * Draws households of every assessor, or all that can be drawn where they are too few: assessors and households in the order of
 * their names by code units, each assessor's shuffled by one stream. `digest`: SHA-256 in hex.
 */
export function drawBackchecks(
  { seed, sharePercent, pools }: BackcheckPlan,
  digest: (text: string) => string,
): readonly string[] {
  const random = randomStream(seed, digest)
  return pools
    .toSorted((left, right) => (left.assessor < right.assessor ? -1 : 1))
    .flatMap((pool) =>
      random.shuffle(pool.households.toSorted()).slice(0, missingBackchecks(pool, sharePercent)),
    )
}
