import { runChecks } from '../../domain/interview/runChecks'
import type { Problem } from '../../domain/shared/Problem'
import type { Language } from '../texts/Texts'
import type { HouseholdAssessment } from './assessHousehold'

/**
 * Errors of the form's own checks in interviews that came as completed: in the window they would have kept the interview
 * open, so whoever reads the verdict must know. They are warnings here: the answers are judged as they stand.
 */
export function checkProblems(
  { household, interview, judgement }: HouseholdAssessment,
  language: Language,
): readonly Problem[] {
  if (judgement.conclusion === 'not_interviewed') return []
  return runChecks(interview)
    .filter(({ tier }) => tier === 'error')
    .map(({ check, refs, message }) => ({
      code: 'interview_check',
      severity: 'warning',
      place: { household: household.id, ...(refs[0] && { question: refs[0].question }) },
      value: null,
      details: { check, text: message?.[language] ?? check },
    }))
}
