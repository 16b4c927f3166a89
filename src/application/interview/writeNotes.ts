import type { Change } from '../../domain/changes/Change'
import { elementOfDraft } from '../../domain/changes/ChangeDraft'
import type { Result } from '../../domain/shared/Result'
import { INTERVIEW_FACTS, draftInterviewFact } from '../facts/interviewFacts'
import type { ProjectStore } from '../store/ProjectStore'
import { ofInterview, type Author } from './recordAnswers'

/** Puts a note beside the answer at a path; one more, however many there are. */
export function addNote(
  store: ProjectStore,
  interview: string,
  about: string,
  text: string,
  author: Author,
): Promise<Result<readonly Change[]>> {
  const parts = [elementOfDraft(0), about]
  return store.write([draftInterviewFact(interview, INTERVIEW_FACTS.note, parts, text, author)])
}

/** Takes a note away (`null`), or puts it back. */
export function setNote(
  store: ProjectStore,
  interview: string,
  path: string,
  text: string | null,
  author: Author,
): Promise<Result<readonly Change[]>> {
  return store.write([{ ...ofInterview(interview), path, value: text, ...author }])
}
