import type { Change } from '../../../domain/changes/Change'
import type { ChangeDraft } from '../../../domain/changes/ChangeDraft'
import { householdOf } from '../../../domain/changes/householdOf'
import { returnedAbout, returnsIn, WITHDRAWN, type ReturnComment } from '../../../domain/interview/returns'
import { refusal, success, type Result } from '../../../domain/shared/Result'
import { INTERVIEW_FACTS, draftInterviewFact } from '../../facts/interviewFacts'
import type { Author } from '../../interview/recordAnswers'
import type { ProjectStore } from '../../store/ProjectStore'

const { returned } = INTERVIEW_FACTS

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
    comments.map(({ path, text }) =>
      draftInterviewFact(interview, returned, [returnedAbout(path)], text.trim(), author),
    ),
  )
}

/**
 * Sends several interviews back, each as a whole with the same comment: all or none. What was asked about the whole of one before
 * and is open still stands before it. Refused: `reason_missing`.
 */
export async function returnInterviews(
  store: ProjectStore,
  interviews: readonly string[],
  comment: string,
  author: Author,
): Promise<Result<readonly Change[]>> {
  const text = comment.trim()
  if (text === '') return refusal('reason_missing')
  if (interviews.length === 0) return success([])
  const households = new Set(interviews.map((id) => householdOf('interview', id) ?? ''))
  const known = [...(await store.changesOfHouseholds([...households])).values()].flat()
  const open = new Map(
    returnsIn(known).flatMap((each) => (each.path === null ? [[each.interview, each.text] as const] : [])),
  )
  return store.write(
    interviews.map((interview) => {
      const before = open.get(interview)
      const words = before === undefined || before === text ? text : `${before} / ${text}`
      return draftInterviewFact(interview, returned, [returnedAbout(null)], words, author)
    }),
  )
}

/** What became of a comment. */
export interface ReturnReply {
  readonly path: string | null
  /** Why the answer stands, or what was done; empty where the answer was corrected. */
  readonly reply: string
}

/** What settles comments that the assessor has looked at; they stay in the history. Not written yet. */
export function replyDrafts(
  interview: string,
  replies: readonly ReturnReply[],
  author: Author,
): readonly ChangeDraft[] {
  return replies.map(({ path, reply }) =>
    draftInterviewFact(interview, returned, [returnedAbout(path)], null, {
      ...author,
      ...(reply.trim() !== '' && { reason: reply.trim() }),
    }),
  )
}

/**
 * Takes a comment back that nobody replied to yet; it stays in the history, with the reason. Refused: `reason_missing`,
 * `return_not_open` (replied to, or withdrawn before).
 */
export async function withdrawReturn(
  store: ProjectStore,
  interview: string,
  path: string | null,
  author: Author & { readonly reason: string },
): Promise<Result<readonly Change[]>> {
  const reason = author.reason.trim()
  if (reason === '') return refusal('reason_missing')
  const open = returnsIn(await store.changesOf('interview', interview))
  if (!open.some((each) => each.path === path)) return refusal('return_not_open')
  return store.write([
    draftInterviewFact(interview, returned, [returnedAbout(path)], WITHDRAWN, { ...author, reason }),
  ])
}
