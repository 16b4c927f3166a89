import type { Conclusion } from '../conclusion/Conclusion'
import type { RegisterStatus } from '../../../roster/Roster'
import type { Determination } from './Determination'

/** What a determination must fit: the household's status and the result of the rules. */
export interface DeterminedHousehold {
  readonly status: RegisterStatus | null
  readonly conclusion: Conclusion
}

/**
 * Why a determination cannot be made of a household; null where it can. Only a suspicion can be decided, and only by its
 * own two words; those on inclusion are for every registered household.
 */
export function determinationFault(
  determination: Determination,
  { status, conclusion }: DeterminedHousehold,
): 'determination_not_suspected' | 'determination_not_registered' | null {
  switch (determination) {
    case 'wrong_exit':
    case 'exit_confirmed':
      return conclusion === 'suspected_wrong_exit' ? null : 'determination_not_suspected'
    case 'omission':
    case 'no_omission':
      return conclusion === 'suspected_omission' ? null : 'determination_not_suspected'
    case 'wrong_inclusion':
    case 'inclusion_confirmed':
      return status === null || status === 'unregistered' ? 'determination_not_registered' : null
  }
}
