import { valueInForce, type StandardsInForce } from '../../../standards/Standards'
import { estimateHouseholdShare, estimateShare, type Share } from '../../../estimates/estimateShare'
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
    weighted: estimateShare(recognisingShare(tally, true)),
    expansion: null,
    numeratorHouseholds: recognising.ids,
    denominatorHouseholds: asked.ids,
    open: [],
  }
}

/** The share of those asked that recognise, as the sample was drawn. */
export function recognisingShare(tally: Tally, isWeighted: boolean): Share {
  return {
    sums: isWeighted ? tally.weightedSums : tally.sums,
    numerator: FIGURE.recognising,
    denominator: FIGURE.asked,
    units: tally.asked.count,
  }
}
