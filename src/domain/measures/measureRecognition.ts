import { valueInForce, type StandardsInForce } from '../standards/Standards'
import { estimateHouseholdShare, estimateShare } from './estimateShare'
import type { Measure } from './Measure'
import { settleResult, thresholdWarning } from './settleResult'
import { FIGURE, type Tally } from './tallyHouseholds'

/** Households that recognise, of those asked: whatever their status. No suspicion leaves it open. */
export function measureRecognition(tally: Tally, standards: StandardsInForce): Measure {
  const threshold = valueInForce(standards, 'recognition_min')
  const { asked, recognising } = tally
  const estimate = estimateHouseholdShare(recognising.count, asked.count)
  const { value } = estimate
  return {
    ...estimate,
    name: 'recognition',
    basis: null,
    denominatorReading: null,
    numerator: recognising.count,
    denominator: asked.count,
    threshold,
    best: value,
    worst: value,
    result: settleResult({
      best: value,
      worst: value,
      isInside: (share) => share >= threshold,
      isSuspicionOpen: false,
    }),
    warning: thresholdWarning(estimate, threshold),
    weighted: estimateShare({
      sums: tally.weightedSums,
      numerator: FIGURE.recognising,
      denominator: FIGURE.asked,
      units: asked.ids.length,
      squares: tally.askedWeightSquares,
    }),
    numeratorHouseholds: recognising.ids,
    denominatorHouseholds: asked.ids,
    open: [],
  }
}
