import { paperIn, type PaperWords } from '../../domain/interview/paper'
import { refusal, success, type Result } from '../../domain/shared/Result'
import { draftInterviewFact, INTERVIEW_FACTS } from '../facts/interviewFacts'
import { draftProjectFact, PROJECT_FACTS } from '../facts/projectFacts'
import { openInterview } from '../interview/openInterview'
import type { Author } from '../interview/recordAnswers'
import type { ProjectStore } from '../store/ProjectStore'

/** A paper form that is to be entered. */
export interface PaperForm extends PaperWords {
  readonly household: string
  /** ISO date of the entry, by the laptop's clock. */
  readonly today: string
  /** Text that nobody else draws (`openInterview`). */
  readonly copy: string
  /** Version of the form that was printed. */
  readonly instrumentVersion: string
}

/**
 * Begins the entry of a household's paper form, or goes on with it: its interview is marked as taken on paper. Refused:
 * `paper_interview_begun` where the household was interviewed at a laptop, `paper_day_later` for a day after that of the
 * entry, and what `openInterview` refuses.
 */
export async function beginPaper(
  store: ProjectStore,
  { household, takenOn, askedBy, today, copy, instrumentVersion }: PaperForm,
  author: Author,
): Promise<Result<null>> {
  if (takenOn > today) return refusal('paper_day_later', takenOn)
  const opened = await openInterview(store, household, 'first', copy, author.person)
  if (!opened.ok) return opened
  const { id, changes } = opened.value
  const known = paperIn(changes)
  if (changes.length > 0 && known === null) return refusal('paper_interview_begun', household, { household })
  if (known?.takenOn === takenOn && known.askedBy === askedBy) return success(null)
  const written = await store.write([
    ...(changes.length > 0
      ? []
      : [draftInterviewFact(id, INTERVIEW_FACTS.begun, [], instrumentVersion, author)]),
    draftInterviewFact(id, INTERVIEW_FACTS.paper, [], { takenOn, askedBy }, author),
    // So that a list of paper forms need not ask every household.
    ...(known === null ? [draftProjectFact(PROJECT_FACTS.paper, [household], true, author)] : []),
  ])
  return written.ok ? success(null) : written
}
