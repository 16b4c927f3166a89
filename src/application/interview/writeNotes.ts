import type { Change } from '../../domain/changes/Change'
import { elementOfDraft } from '../../domain/changes/ChangeDraft'
import { notePath } from '../../domain/interview/notes'
import type { Result } from '../../domain/shared/Result'
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
  return setNote(store, interview, notePath(elementOfDraft(0), about), text, author)
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
