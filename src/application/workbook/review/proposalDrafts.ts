import type { Change } from '../../../domain/changes/Change'
import type { ChangeDraft } from '../../../domain/changes/ChangeDraft'
import { pathOfAnswer } from '../../../domain/interview/answerPath'
import { returnedAbout, returnPath, returnsIn } from '../../../domain/interview/returns'
import type { RosterHousehold } from '../../../domain/roster/Roster'
import { interviewOfRound, type AssessmentRules } from '../../assess/assessHousehold'
import { draftInterviewFact, INTERVIEW_FACTS } from '../../facts/interviewFacts'
import type { Author } from '../../interview/recordAnswers'
import { commentable } from '../../team/desk/commentable'

/** What the assessor is asked of one question, or of the whole interview where the form has no such question. */
export interface Proposal {
  readonly household: RosterHousehold
  /** Of the answer; null: about the interview as a whole. */
  readonly path: string | null
  /** What is proposed, why, and by whom, in words. */
  readonly text: string
}

/**
 * What sends the interviews back with a comment for each proposal, not written yet. `unplaced` were made of households without an
 * interview. What was asked in the same words before, whatever became of it, is not asked again.
 */
export function proposalDrafts(
  proposals: readonly Proposal[],
  changesOf: ReadonlyMap<string, readonly Change[]>,
  rules: AssessmentRules,
  author: Author,
): { readonly drafts: readonly ChangeDraft[]; readonly unplaced: readonly Proposal[] } {
  const unplaced: Proposal[] = []
  /** Comments by interview and path: two proposals may be about one question. */
  const comments = new Map<string, { interview: string; about: string | null; texts: string[] }>()
  for (const proposal of proposals) {
    const { household, path, text } = proposal
    const changes = changesOf.get(household.id) ?? []
    const interview = interviewWith(path, changes)
    if (interview === undefined) {
      unplaced.push(proposal)
      continue
    }
    const asked = commentable(household, interview, changes, rules)?.asked ?? []
    const about = asked.some((ref) => pathOfAnswer(ref) === path) ? path : null
    if (wasAsked(changes, interview, about, text)) continue
    const key = JSON.stringify([interview, about])
    const open = returnsIn(changes).find((each) => each.interview === interview && each.path === about)
    const comment = comments.get(key) ?? { interview, about, texts: open === undefined ? [] : [open.text] }
    comments.set(key, { ...comment, texts: [...comment.texts, text] })
  }
  const drafts = [...comments.values()].map(({ interview, about, texts }) =>
    draftInterviewFact(
      interview,
      INTERVIEW_FACTS.returned,
      [returnedAbout(about)],
      texts.join(' / '),
      author,
    ),
  )
  return { drafts, unplaced }
}

/** The interview that answers the question: the verification's where it does, else the first round's. */
function interviewWith(path: string | null, changes: readonly Change[]): string | undefined {
  const verification = interviewOfRound(changes, 'verification')
  if (verification?.[1].some((change) => change.path === path) === true) return verification[0]
  return interviewOfRound(changes, 'first')?.[0]
}

function wasAsked(
  changes: readonly Change[],
  interview: string,
  about: string | null,
  text: string,
): boolean {
  const path = returnPath(about)
  return changes.some(
    (each) =>
      each.entityId === interview &&
      each.path === path &&
      typeof each.value === 'string' &&
      each.value.split(' / ').includes(text),
  )
}
