import type { Judgement } from '../../domain/programmes/assessment/conclusion/judgeHousehold'
import type { HouseholdAssessment } from '../assess/assessHousehold'
import type { VerdictSummary } from '../households/HouseholdSummary'

/** Of a household that nobody judges. */
export const NO_VERDICT: Omit<Judgement, 'unanswered'> = {
  conclusion: 'not_interviewed',
  criteria: null,
  income: null,
  flags: [],
  monitoring: [],
  notComputed: [],
}

/** What lists keep of it: how the visit went, and nothing that would follow from the answers. */
export function summariseUnjudged(
  { interview, judgement, conflicts, everConflicted, reopenings }: HouseholdAssessment,
  outcome: string | null,
): VerdictSummary {
  return {
    conclusion: judgement.conclusion,
    outcome,
    results: null,
    flags: [],
    monitoring: [],
    monitoringReasons: [],
    counted: null,
    claimed: null,
    unanswered: judgement.unanswered.length,
    conflicts: conflicts.length,
    everConflicted: everConflicted.length,
    reopenings: reopenings.length,
    cleared: null,
    persons: interview.members.filter(({ facts }) => facts.isPresent).length,
    recognises: null,
    isSatisfied: null,
  }
}
