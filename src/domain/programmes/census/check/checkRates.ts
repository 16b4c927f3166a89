import { estimateShare } from '../../../estimates/estimateShare'
import { NO_INTERVAL, type Estimate } from '../../../estimates/Estimate'
import { SampleSums } from '../../../estimates/SampleSums'
import type { Sampling } from '../../../sampling/Sampling'

/** So many of so many. */
export interface PartOf {
  readonly part: number
  readonly whole: number
}

export const NONE_OF_NONE: PartOf = { part: 0, whole: 0 }

/** What one checked household brings to several rates, always the same ones in the same order. */
export interface CheckedCounts {
  readonly sampling: Sampling
  readonly counts: readonly PartOf[]
}

/** A rate of the check: as counted, and as the census it was drawn from would have it. */
export interface CheckRate extends PartOf {
  readonly estimate: Estimate
}

/** No household at all. */
export const NO_RATE: CheckRate = { ...NONE_OF_NONE, estimate: { value: null, ...NO_INTERVAL } }

/** `count` rates, weighted, each with its interval by the design (see `estimateShare`). */
export function checkRates(households: readonly CheckedCounts[], count: number): readonly CheckRate[] {
  const rates = Array.from({ length: count }, (_, rate) => rate)
  const sums = new SampleSums('drawn')
  for (const { sampling, counts } of households)
    sums.add(
      sampling,
      rates.flatMap((rate) => {
        const { part, whole } = counts[rate] ?? NONE_OF_NONE
        return [part, whole]
      }),
    )
  return rates.map((rate) => {
    const sumOf = (of: keyof PartOf): number =>
      households.reduce((sum, { counts }) => sum + (counts[rate]?.[of] ?? 0), 0)
    const [part, whole] = [sumOf('part'), sumOf('whole')]
    const estimate = estimateShare({ sums, numerator: 2 * rate, denominator: 2 * rate + 1, units: whole })
    return { part, whole, estimate }
  })
}

/**
 * How a rate stands to a limit: `within` or `above` where its whole interval does, `unsettled` where the interval has the limit
 * inside or there is none; null where nothing was counted.
 */
export type AgainstLimit = 'within' | 'above' | 'unsettled'

export function againstLimit({ value, low, high }: Estimate, limit: number): AgainstLimit | null {
  if (value === null) return null
  if (high !== null && high <= limit) return 'within'
  return low !== null && low > limit ? 'above' : 'unsettled'
}
