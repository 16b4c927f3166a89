import { evaluateInterview } from '../../domain/interview/evaluateInterview'
import { unansweredQuestions } from '../../domain/interview/unansweredQuestions'
import { SUMMARY_EDITION } from '../households/HouseholdSummary'
import { NO_VERDICT, summariseUnjudged } from './noVerdict'
import type { Programme } from './Programme'

/** The census of 2020: every household and village of the county is enumerated; nobody is judged. */
export const CENSUS: Programme = {
  id: 'census',
  kinds: ['census'],
  givesVerdict: false,
  pages: ['households', 'tables', 'roster', 'team', 'quality', 'output', 'standards', 'project', 'settings'],
  edition: `census.${SUMMARY_EDITION}`,
  evaluate: evaluateInterview,
  judge: (interview) => ({ ...NO_VERDICT, unanswered: unansweredQuestions(interview) }),
  judgeProvisionally: () => NO_VERDICT,
  summarise: summariseUnjudged,
}
