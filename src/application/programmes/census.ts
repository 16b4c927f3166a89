import { evaluateInterview } from '../../domain/interview/evaluateInterview'
import { choiceOf, type Interview } from '../../domain/interview/Interview'
import { unansweredQuestions } from '../../domain/interview/unansweredQuestions'
import { SUMMARY_EDITION, type AddedMember } from '../households/HouseholdSummary'
import { NO_VERDICT, summariseUnjudged } from './noVerdict'
import type { Programme } from './Programme'

/** The census of 2020: every household and village of the county is enumerated; nobody is judged. */
export const CENSUS: Programme = {
  id: 'census',
  kinds: ['census'],
  givesVerdict: false,
  pages: [
    'households',
    'coverage',
    'tables',
    'roster',
    'team',
    'quality',
    'check',
    'output',
    'standards',
    'project',
    'settings',
  ],
  edition: `census.${SUMMARY_EDITION}`,
  evaluate: evaluateInterview,
  judge: (interview) => ({ ...NO_VERDICT, unanswered: unansweredQuestions(interview) }),
  judgeProvisionally: () => NO_VERDICT,
  summarise: (assessment, outcome) => ({
    ...summariseUnjudged(assessment, outcome),
    added: addedMembers(assessment.interview),
  }),
}

/** Those whom neither the list nor a finding names. */
function addedMembers(interview: Interview): readonly AddedMember[] {
  return interview.members
    .filter(({ label, facts }) => label !== null && facts.isPresent)
    .map((member) => ({ idNumber: choiceOf(interview, member, 'id_number') ?? null }))
}
