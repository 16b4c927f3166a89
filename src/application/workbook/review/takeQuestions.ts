import type { Problem } from '../../../domain/shared/Problem'
import { isSameHousehold } from './foreignReview'
import { textIn, type ChangedCell, type ReturnedReview } from './ReturnedWorkbook'
import type { RowState } from './reviewFormat'
import { reviewProblem } from './reviewProblem'
import { readFingerprint } from './rowFingerprint'
import type { ReviewQuestion } from './TakenReview'

/**
 * What the reviewer proposes in the sheet of open questions. Not asked: of a household that is not on the list any more; a reason
 * without a value. Both are told as changed cells.
 */
export function takeQuestions(
  returned: ReturnedReview,
  by: string,
  households: ReadonlyMap<string, RowState>,
): {
  readonly questions: readonly ReviewQuestion[]
  readonly problems: readonly Problem[]
  readonly ignored: readonly ChangedCell[]
} {
  const questions: ReviewQuestion[] = []
  const problems: Problem[] = []
  const ignored: ChangedCell[] = []
  for (const { key, path, fingerprint, value, reason } of returned.questions) {
    const [proposed, why] = [textIn(value), textIn(reason)]
    if (proposed === null) {
      if (why !== null) ignored.push({ sheet: reason.sheet, cell: reason.cell, was: null, now: why })
      continue
    }
    const household = textIn(key) ?? ''
    const question = textIn(path)
    const mark = readFingerprint(household, textIn(fingerprint) ?? '')
    if (mark === null || question === null) {
      problems.push(reviewProblem('review_row_damaged', returned, key))
      continue
    }
    if (why === null) {
      problems.push(reviewProblem('review_question_reason_missing', returned, reason, { household }))
      continue
    }
    const { sheet, cell } = value
    if (!isSameHousehold(mark, households.get(household)?.household))
      ignored.push({ sheet, cell, was: null, now: proposed })
    else questions.push({ sheet, cell, household, path: question, value: proposed, reason: why, by })
  }
  return { questions, problems, ignored }
}
