import type { Change } from '../../../domain/changes/Change'
import { formOf } from '../../../domain/instrument/Forms'
import type { InterviewAnswers, QuestionRef } from '../../../domain/interview/Answers'
import type { Interview } from '../../../domain/interview/Interview'
import { interviewSteps } from '../../../domain/interview/interviewSteps'
import { readInterview } from '../../../domain/interview/readInterview'
import type { RosterHousehold } from '../../../domain/roster/Roster'
import type { AssessmentRules } from '../../assess/assessHousehold'

/** An interview by itself, with everything of it that a comment can be about. */
export interface Commentable {
  readonly interview: Interview
  readonly answers: InterviewAnswers
  /** What people call added members and ledger lines, by id. */
  readonly labels: ReadonlyMap<string, string>
  /** In the form's order; a ledger line is its amount. */
  readonly asked: readonly QuestionRef[]
}

/** Reads one interview of a household to send it back; null for a form that this app does not know. */
export function commentable(
  household: RosterHousehold,
  id: string,
  changes: readonly Change[],
  rules: AssessmentRules,
): Commentable | null {
  const { answers, instrumentVersion } = readInterview(
    id,
    changes.filter(({ entity, entityId }) => entity === 'interview' && entityId === id),
    rules,
  )
  const instrument = formOf(rules, instrumentVersion)
  if (instrument === undefined) return null
  const interview = rules.programme.evaluate(instrument, household, answers, rules.standards)
  const asked = interviewSteps(interview).flatMap((step) =>
    step.kind === 'question' || step.kind === 'line_amount' ? [step.ref] : [],
  )
  return { interview, answers, labels: answers.labels, asked }
}
