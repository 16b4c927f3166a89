import type { Share } from '../../../estimates/estimateShare'
import type { Basis } from './Measure'
import { FIGURE, type Tally } from './tallyHouseholds'

/** Whose suspicion: exited households may have been wrongly exited, unregistered ones omitted. */
export type Kind = 'exited' | 'unregistered'

/** Which share of the sample a basis of a suspicion is. */
export function shareOf(kind: Kind, tally: Tally, basis: Basis, isWeighted: boolean): Share {
  const ofKind = tally[kind]
  return {
    sums: isWeighted ? tally.weightedSums : tally.sums,
    numerator: FIGURE[`${kind}${basis === 'suspected' ? 'Suspected' : 'Determined'}`],
    denominator: FIGURE[kind],
    units: ofKind.all.count,
  }
}
