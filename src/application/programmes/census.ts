import type { Judgement } from '../../domain/programmes/assessment/conclusion/judgeHousehold'
import { evaluateInterview } from '../../domain/interview/evaluateInterview'
import type { Interview } from '../../domain/interview/Interview'
import { unansweredQuestions } from '../../domain/interview/unansweredQuestions'
import type { HouseholdAssessment } from '../assess/assessHousehold'
import { SUMMARY_EDITION, type VerdictSummary } from '../households/HouseholdSummary'
import type { Programme } from './Programme'

/** A census counts and judges nobody: every household has this. */
const NO_VERDICT: Omit<Judgement, 'unanswered'> = {
  conclusion: 'not_interviewed',
  criteria: null,
  income: null,
  flags: [],
  monitoring: [],
  notComputed: [],
}

/** The census of 2020: every household and village of the county is enumerated; nobody is judged. */
export const CENSUS: Programme = {
  id: 'census',
  kinds: ['census'],
  givesVerdict: false,
  pages: ['households', 'roster', 'team', 'quality', 'output', 'standards', 'project', 'settings'],
  edition: `census.${SUMMARY_EDITION}`,
  evaluate: evaluateInterview,
  judge: (interview: Interview) => ({ ...NO_VERDICT, unanswered: unansweredQuestions(interview) }),
  judgeProvisionally: () => NO_VERDICT,
  summarise: summariseEnumeration,
}

function summariseEnumeration(
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
