import { valueInForce, type StandardsInForce } from '../../../standards/Standards'
import { expandOmissions } from './expandPublished'
import { estimateOverTotal, estimateShare } from '../../../estimates/estimateShare'
import type { Basis, DenominatorReading, Measure } from './Measure'
import type { Estimate } from '../../../estimates/Estimate'
import { settleResult, thresholdWarning } from './settleResult'
import { shareOf, type Kind } from './shareOf'
import type { SuspicionTally, Tally } from './tallyHouseholds'

/** Wrong exits among the persons of interviewed exited households. */
export function measureWrongExits(tally: Tally, basis: Basis, standards: StandardsInForce): Measure {
  return {
    ...suspicionRate('exited', tally, basis, valueInForce(standards, 'wrong_exit_rate_max'), null),
    name: 'wrong_exit_rate',
    denominatorReading: null,
  }
}

/**
 * Omissions among unregistered persons: of those interviewed, or of all in the sampled villages (`sampledPersons`, null
 * where the county did not give it).
 */
export function measureOmissions(
  tally: Tally,
  basis: Basis,
  reading: DenominatorReading,
  sampledPersons: number | null,
  standards: StandardsInForce,
): Measure {
  const total = reading === 'interviewed' ? null : { persons: sampledPersons }
  const threshold = valueInForce(standards, 'omission_rate_max')
  const rate = suspicionRate('unregistered', tally, basis, threshold, total)
  const isSuspicionOpen = isOpen(tally.unregistered, basis)
  return {
    ...rate,
    name: 'omission_rate',
    denominatorReading: reading,
    expansion: total === null ? null : expandOmissions(tally, { ...rate, basis, isSuspicionOpen }),
  }
}

/** Persons against the county if every open question ended for it, and against it. */
export function bounds({ determined, suspicionsOpen, toVerify }: SuspicionTally): {
  best: number
  worst: number
} {
  return { best: determined.count, worst: determined.count + suspicionsOpen.count + toVerify.count }
}

/** On the determined basis nothing is settled while a suspicion is open. */
export function isOpen({ suspicionsOpen }: SuspicionTally, basis: Basis): boolean {
  return basis === 'determined' && suspicionsOpen.households > 0
}

/** What can still turn a result. */
export function openHouseholds({ suspicionsOpen, toVerify }: SuspicionTally): readonly string[] {
  return [...suspicionsOpen.ids, ...toVerify.ids]
}

function suspicionRate(
  kind: Kind,
  tally: Tally,
  basis: Basis,
  threshold: number,
  total: { readonly persons: number | null } | null,
): Omit<Measure, 'name' | 'denominatorReading'> {
  const ofKind = tally[kind]
  const counted = basis === 'suspected' ? ofKind.suspected : ofKind.determined
  const denominator = total === null ? ofKind.all.count : total.persons
  const isKnown = denominator !== null && denominator > 0
  const over = (persons: number): number | null => (isKnown ? persons / denominator : null)
  const { best, worst } = bounds(ofKind)
  const share = shareOf(kind, tally, basis, false)
  const estimate: Estimate =
    total === null ? estimateShare(share) : isKnown ? estimateOverTotal(share, denominator) : NOT_KNOWN
  const [bestRate, worstRate] = [over(best), over(worst)]
  return {
    ...estimate,
    basis,
    numerator: counted.count,
    denominator,
    threshold,
    best: bestRate,
    worst: worstRate,
    result: settleResult({
      best: bestRate,
      worst: worstRate,
      isInside: (rate) => rate < threshold,
      isSuspicionOpen: isOpen(ofKind, basis),
    }),
    warning: thresholdWarning(estimate, threshold),
    weighted: total === null ? estimateShare(shareOf(kind, tally, basis, true)) : null,
    expansion: null,
    numeratorHouseholds: counted.ids,
    denominatorHouseholds: ofKind.all.ids,
    open: openHouseholds(ofKind),
  }
}

const NOT_KNOWN: Estimate = { value: null, low: null, high: null, method: 'none' }
