import type { Criterion, CriterionResult } from '../criteria/Criterion'
import type { RegisterStatus } from '../../../roster/Roster'
import { kindsOf } from '../../../shared/Evidence'
import type { Conclusion } from './Conclusion'

type CriterionResults = Readonly<Record<Criterion, CriterionResult>>

/**
 * The conclusion for a household interviewed to completion (standards, 'Household conclusion'). A status that the
 * roster leaves open can only be verified.
 */
export function concludeHousehold(
  status: RegisterStatus | null,
  criteria: CriterionResults,
  hasExclusionFact: boolean,
): Conclusion {
  const results = Object.values(criteria).map(({ result }) => result)
  const isAnyUnmet = results.includes('unmet')
  if (status === null || (!isAnyUnmet && results.includes('undetermined'))) return 'to_verify'
  switch (status) {
    case 'exited':
      return isAnyUnmet ? 'suspected_wrong_exit' : 'exit_confirmed'
    case 'poor':
    case 'relapsed':
      return isAnyUnmet ? 'still_poor' : 'meets_standard'
    case 'unregistered':
      if (!isAnyUnmet) return 'no_omission'
      return hasExclusionFact ? 'to_verify' : 'suspected_omission'
  }
}

/** Whether a part-finished interview found a criterion unmet by document or observation: the lead should see it. */
export function hasEstablishedFault(criteria: CriterionResults): boolean {
  return Object.values(criteria).some(
    ({ result, because }) =>
      result === 'unmet' &&
      because.some(({ evidence, rule }) => {
        const kinds = evidence === null ? [] : kindsOf(evidence)
        return kinds.includes('document') || kinds.includes('observed') || rule === 'below_line_by_documents'
      }),
  )
}
