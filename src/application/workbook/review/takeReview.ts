import { isSameName } from '../../../domain/shared/isSameName'
import type { Problem } from '../../../domain/shared/Problem'
import type { DecisionWords } from './decisionWords'
import { foreignProblems, isAnotherList } from './foreignReview'
import { textIn, type ReturnedReview, type ReturnedWorkbook } from './ReturnedWorkbook'
import type { RowState } from './reviewFormat'
import { reviewProblem } from './reviewProblem'
import { soundRows } from './soundRows'
import { takeDecisions } from './takeDecisions'
import { takeQuestions } from './takeQuestions'
import { NOTHING_TAKEN, type TakenReview } from './TakenReview'

/** The project that a workbook comes back to, as it stands. */
export interface CurrentReview {
  /** See `projectMark`. */
  readonly project: string
  readonly households: ReadonlyMap<string, RowState>
  readonly words: DecisionWords
}

/**
 * What is taken of a returned workbook: all that is sound, or with any error nothing. Each problem has its cell and says what to do
 * there.
 */
export function takeReview(returned: ReturnedWorkbook, current: CurrentReview): TakenReview {
  if (returned.kind !== 'review')
    return { ...NOTHING_TAKEN, problems: [reviewProblem('review_is_census', returned, null)] }
  const foreign = foreignProblems(returned, current.project)
  if (foreign.length > 0) return { ...NOTHING_TAKEN, problems: foreign }
  const rows = soundRows(returned)
  if (isAnotherList(rows.sound, (id) => current.households.get(id)?.household))
    return { ...NOTHING_TAKEN, problems: [reviewProblem('review_of_another_list', returned, null)] }

  const [reviewer, confirmer] = [textIn(returned.reviewer), textIn(returned.confirmer)]
  const people = { by: reviewer ?? '', confirmedBy: confirmer }
  const decided = takeDecisions(rows.sound, people, returned, current)
  const asked = takeQuestions(returned, people.by, current.households)
  const isAnythingSaid = decided.isAnythingSaid || asked.questions.length > 0
  const problems = [
    ...rows.problems,
    ...peopleProblems(returned, isAnythingSaid),
    ...decided.problems,
    ...asked.problems,
  ]
  const isTaken = problems.length === 0
  return {
    reviewer,
    confirmer,
    decisions: isTaken ? decided.decisions : [],
    standing: decided.standing,
    conflicts: decided.conflicts,
    ignored: [...returned.changed, ...decided.ignored, ...asked.ignored],
    questions: isTaken ? asked.questions : [],
    outdated: [],
    problems,
  }
}

function peopleProblems(returned: ReturnedReview, isAnythingSaid: boolean): readonly Problem[] {
  const [reviewer, confirmer] = [textIn(returned.reviewer), textIn(returned.confirmer)]
  if (reviewer === null)
    return isAnythingSaid ? [reviewProblem('review_reviewer_missing', returned, returned.reviewer)] : []
  return confirmer !== null && isSameName(reviewer, confirmer)
    ? [reviewProblem('review_confirmed_by_reviewer', returned, returned.confirmer)]
    : []
}
