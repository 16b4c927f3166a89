import type { Change } from '../../domain/changes/Change'
import type { Instrument } from '../../domain/instrument/loadInstrument'
import { VISIT_OUTCOME } from '../../domain/instrument/Roles'
import type { InterviewAnswers } from '../../domain/interview/Answers'
import { evaluateInterview } from '../../domain/interview/evaluateInterview'
import type { Interview } from '../../domain/interview/Interview'
import { stateOf } from '../../domain/programmes/census/coverage/Coverage'
import type { RosterHousehold } from '../../domain/roster/Roster'
import { interviewAsJudged, type AssessmentRules } from '../assess/assessHousehold'

/**
 * A household's interview as the census counts it. One that an earlier version of this app took with the assessment's form is read by
 * the census form: what both ask has one name and one meaning, and a completed interview is an enumerated household.
 */
export function censusInterview(
  household: RosterHousehold,
  changes: readonly Change[],
  rules: AssessmentRules,
): Interview {
  const { answers, interview } = interviewAsJudged(household, changes, rules)
  const form = rules.currentInstrument
  if (interview.instrument.roles.outcome.completed === form.roles.outcome.completed) return interview
  return evaluateInterview(form, household, inCensusWords(answers, form), rules.standards)
}

/** The same answers with the census's name for their outcome. */
function inCensusWords(answers: InterviewAnswers, { roles }: Instrument): InterviewAnswers {
  const { question } = VISIT_OUTCOME
  const said = answers.household.get(question)
  if (said === undefined) return answers
  const state = stateOf({ outcome: typeof said.value === 'string' ? said.value : null })
  const household = new Map(answers.household)
  if (state === 'not_visited') household.delete(question)
  else household.set(roles.outcome.question, { ...said, value: state })
  return { ...answers, household }
}
