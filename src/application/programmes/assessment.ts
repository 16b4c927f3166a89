import { evaluateAccepted } from '../../domain/programmes/assessment/conclusion/acceptedConclusion'
import {
  judgeHousehold,
  judgeProvisionally,
} from '../../domain/programmes/assessment/conclusion/judgeHousehold'
import { RULES_VERSION } from '../../domain/programmes/assessment/conclusion/rulesVersion'
import { SUMMARY_EDITION, summariseHousehold } from '../households/HouseholdSummary'
import type { Interview } from '../../domain/interview/Interview'
import { unansweredQuestions } from '../../domain/interview/unansweredQuestions'
import { NO_VERDICT, summariseUnjudged } from './noVerdict'
import type { Programme } from './Programme'

/** The third-party assessment of poverty exit: seven criteria, a conclusion, flags and monitoring. */
export const ASSESSMENT: Programme = {
  id: 'assessment',
  kinds: ['assessment'],
  givesVerdict: true,
  pages: [
    'households',
    'suspicions',
    'county',
    'roster',
    'sample',
    'team',
    'quality',
    'output',
    'standards',
    'project',
    'settings',
  ],
  edition: `${RULES_VERSION}.${SUMMARY_EDITION}`,
  evaluate: evaluateAccepted,
  judge: (interview, standards) =>
    isOwnForm(interview)
      ? judgeHousehold(interview, standards)
      : { ...NO_VERDICT, unanswered: unansweredQuestions(interview) },
  judgeProvisionally: (interview, standards) =>
    isOwnForm(interview) ? judgeProvisionally(interview, standards) : NO_VERDICT,
  summarise: (assessment, outcome) =>
    isOwnForm(assessment.interview)
      ? summariseHousehold(assessment, outcome)
      : summariseUnjudged(assessment, outcome),
}

/** An interview of another programme's form, as after a change of the project's kind, says nothing that could be judged. */
function isOwnForm({ instrument }: Interview): boolean {
  return instrument.roles.ledger !== undefined
}
