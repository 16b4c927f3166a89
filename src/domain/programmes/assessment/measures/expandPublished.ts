import type { CountyTotals } from './CountyTotals'
import { estimateIncidence } from './estimateIncidence'
import { estimateShare } from '../../../estimates/estimateShare'
import type { Basis, Expansion, Measure } from './Measure'
import type { Estimate } from '../../../estimates/Estimate'
import { shareOf, type Kind } from './shareOf'
import { settleResult } from './settleResult'
import { FIGURE, type Tally } from './tallyHouseholds'

/** What an expansion needs to know of the published measure that it stands beside. */
type Published = Pick<Measure, 'value' | 'threshold' | 'result'> & {
  readonly basis: Basis
  readonly isSuspicionOpen: boolean
}

/**
 * Omissions of the sampled villages by design weights: those scaled so that the unregistered persons interviewed come to the
 * full population divided by. The share is therefore the weighted share of the interviewed.
 */
export function expandOmissions(tally: Tally, published: Published): Expansion {
  const estimate = estimateShare(shareOf('unregistered', tally, published.basis, true))
  const [best, worst] = [
    weightedShare(tally, 'unregistered', 'Determined'),
    weightedShare(tally, 'unregistered', 'Worst'),
  ]
  return settled(estimate, best, worst, published)
}

/** Poverty incidence with the omission rate by design weights, and the wrong-exit rate too. */
export function expandIncidence(tally: Tally, totals: CountyTotals, published: Published): Expansion {
  const estimate = estimateIncidence(totals, tally, published.basis, 'interviewed', true)
  const incidence = (part: 'Determined' | 'Worst'): number | null => {
    const omitted = personsOf(tally, 'unregistered', part, totals.unregistered)
    const wronglyExited = personsOf(tally, 'exited', part, totals.exited)
    return omitted === null || wronglyExited === null
      ? null
      : (totals.poor + omitted + wronglyExited) / totals.ruralRegistered
  }
  return settled(estimate, incidence('Determined'), incidence('Worst'), published)
}

function settled(
  estimate: Estimate,
  best: number | null,
  worst: number | null,
  { value, threshold, result: ofPublished, isSuspicionOpen }: Published,
): Expansion {
  const result = settleResult({ best, worst, isInside: (share) => share < threshold, isSuspicionOpen })
  return { ...estimate, best, worst, result, decidesOtherwise: value !== null && result !== ofPublished }
}

/** A weighted share of so many persons; null where it is needed and unknown. */
function personsOf(tally: Tally, kind: Kind, part: 'Determined' | 'Worst', persons: number): number | null {
  const share = weightedShare(tally, kind, part)
  return persons === 0 ? 0 : share === null ? null : share * persons
}

function weightedShare({ weightedSums }: Tally, kind: Kind, part: 'Determined' | 'Worst'): number | null {
  const whole = weightedSums.total(FIGURE[kind])
  return whole === 0 ? null : weightedSums.total(FIGURE[`${kind}${part}`]) / whole
}
