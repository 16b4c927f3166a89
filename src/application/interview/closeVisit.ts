import type { Change } from '../../domain/changes/Change'
import type { QuestionRef } from '../../domain/interview/Answers'
import { overridePath } from '../../domain/interview/bookkeeping'
import { VISIT_OUTCOME } from '../../domain/instrument/Roles'
import type { Result } from '../../domain/shared/Result'
import type { ProjectStore } from '../store/ProjectStore'
import { replyDrafts, type ReturnReply } from '../team/desk/returnInterview'
import { answerDrafts, ofInterview, type Author, type NewAnswer } from './recordAnswers'

/** A warning with the written reason for which it was passed over. */
export interface Override {
  readonly check: string
  readonly place: Omit<QuestionRef, 'question'>
  readonly reason: string
}

/** What is recorded at the end of a visit. */
export interface VisitEnd {
  /** Chosen `visit_outcome`. */
  readonly outcome: string
  /** Why, where the outcome asks; may be empty. */
  readonly why: string
  /** Why warnings were passed over. */
  readonly overrides: readonly Override[]
  /** To the lead's comments; empty where nothing was sent back. */
  readonly replies: readonly ReturnReply[]
}

/** Ends a visit: its outcome, the reasons and the replies to the lead in one write, all or nothing. */
export function closeVisit(
  store: ProjectStore,
  interview: string,
  { outcome, why, overrides, replies }: VisitEnd,
  author: Author,
): Promise<Result<readonly Change[]>> {
  const said: readonly NewAnswer[] = [
    { ref: { question: VISIT_OUTCOME.question }, value: outcome, evidence: 'observed' },
    ...(why.trim() === ''
      ? []
      : [{ ref: { question: VISIT_OUTCOME.reason }, value: why.trim(), evidence: 'observed' } as const]),
  ]
  return store.write([
    ...overrides.map(({ check, place, reason }) => ({
      ...ofInterview(interview),
      path: overridePath(check, place),
      value: reason,
      ...author,
    })),
    ...answerDrafts(interview, said, author),
    ...replyDrafts(interview, replies, author),
  ])
}
