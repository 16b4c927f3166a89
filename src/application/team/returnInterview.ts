import type { Change } from '../../domain/changes/Change'
import { returnPath, type ReturnComment } from '../../domain/interview/returns'
import { refusal, type Result } from '../../domain/shared/Result'
import type { Author } from '../interview/recordAnswers'
import type { ProjectStore } from '../store/ProjectStore'

/** Sends an interview back with a comment for each question. Refused: `reason_missing` (no comment, or an empty one). */
export async function returnInterview(
  store: ProjectStore,
  interview: string,
  comments: readonly ReturnComment[],
  author: Author,
): Promise<Result<readonly Change[]>> {
  if (comments.length === 0 || comments.some(({ text }) => text.trim() === ''))
    return refusal('reason_missing')
  return store.write(
    comments.map(({ path, text }) => ({
      entity: 'interview',
      entityId: interview,
      path: returnPath(path),
      value: text.trim(),
      ...author,
    })),
  )
}

/** What became of a comment. */
export interface ReturnReply {
  readonly path: string | null
  /** Why the answer stands, or what was done; empty where the answer was corrected. */
  readonly reply: string
}

/** The assessor has looked at these comments: all are settled in one write, and stay in the history. */
export function settleReturns(
  store: ProjectStore,
  interview: string,
  replies: readonly ReturnReply[],
  author: Author,
): Promise<Result<readonly Change[]>> {
  return store.write(
    replies.map(({ path, reply }) => ({
      entity: 'interview',
      entityId: interview,
      path: returnPath(path),
      value: null,
      ...author,
      ...(reply.trim() !== '' && { reason: reply.trim() }),
    })),
  )
}
