import type { Programme } from '../programmes/Programme'
import type { HouseholdAssessment } from './assessHousehold'

/**
 * The assessment as it stands while an interview runs: judged whatever the outcome, so that what is known so far can be
 * looked at. Never to be kept or counted.
 */
export function provisionalAssessment(
  assessment: HouseholdAssessment,
  programme: Programme,
): HouseholdAssessment {
  const { interview, judgement } = assessment
  const provisional = programme.judgeProvisionally(interview, interview.standards)
  return { ...assessment, judgement: { ...provisional, unanswered: judgement.unanswered } }
}
