import { samplingIn, type DrawnSample } from '../../../sampling/DrawnSample'
import { drawSample } from '../../../sampling/drawSample'
import type { FrameHousehold } from '../../../sampling/Frame'
import type { Sampling } from '../../../sampling/Sampling'
import { refusal, type Result } from '../../../shared/Result'

/** A village of the census with its enumerated households, in any order. */
export interface CheckVillage {
  /** See `villageOf`; unique in the county. */
  readonly village: string
  readonly township: string
  /** At least one. */
  readonly households: readonly string[]
}

/** What a draw depends on besides the enumerated households. */
export interface CheckPlan {
  readonly seed: string
  /** How many villages are drawn, and how many households in all of them together. */
  readonly villages: number
  readonly households: number
}

/**
 * Draws villages with probability proportional to their enumerated households, then households in them: the same for the same
 * households, whatever their order. Register status plays no part. `digest`: SHA-256 in hex. Refused:
 * `check_nobody_enumerated`, `check_villages_above_frame`, `check_households_below_villages` and what `drawSample` refuses.
 */
export function drawCheckSample(
  frame: readonly CheckVillage[],
  { seed, villages, households }: CheckPlan,
  digest: (text: string) => string,
): Result<DrawnSample> {
  if (frame.length === 0) return refusal('check_nobody_enumerated')
  if (!Number.isSafeInteger(villages) || villages < 1 || villages > frame.length)
    return refusal('check_villages_above_frame', String(villages), { limit: frame.length })
  if (households < villages)
    return refusal('check_households_below_villages', String(households), { villages })
  return drawSample(
    frame.flatMap(framed),
    {
      seed,
      design: 'cluster',
      place: 'village',
      size: { by: 'number', households },
      villages,
      types: ['unknown'],
      supervised: [],
      marked: { households: [], rate: 1 },
      visited: { households: [], rate: 1 },
      reserve: 0,
    },
    digest,
  )
}

/** How each drawn household came into the sample. */
export function samplingsOfCheck({ strata }: DrawnSample): ReadonlyMap<string, Sampling> {
  return new Map(
    strata.flatMap((stratum) => stratum.drawn.map((household) => [household, samplingIn(stratum)] as const)),
  )
}

function framed({ village, township, households }: CheckVillage): readonly FrameHousehold[] {
  return households.map((id) => ({ id, village, township, type: 'unknown', isMarked: false }))
}
