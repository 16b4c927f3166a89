import type { Change } from '../../../domain/changes/Change'
import type { ChangeDraft } from '../../../domain/changes/ChangeDraft'
import { formOf, type Forms } from '../../../domain/instrument/Forms'
import { refOfAnswer } from '../../../domain/interview/answerPath'
import { readInterview } from '../../../domain/interview/readInterview'
import { returnedAbout, returnPath, returnsIn } from '../../../domain/interview/returns'
import type { Problem } from '../../../domain/shared/Problem'
import type { ProblemCode } from '../../../domain/shared/ProblemCode'
import { refusals, success, type Result } from '../../../domain/shared/Result'
import { isOfNoLine } from '../openQuestions'
import { interviewOfRound } from '../../assess/assessHousehold'
import { draftInterviewFact, INTERVIEW_FACTS } from '../../facts/interviewFacts'
import type { Author } from '../../interview/recordAnswers'
import type { Texts } from '../../texts/Texts'

/** What a reviewer proposes instead of an answer. */
export interface ProposedAnswer {
  readonly household: string
  /** Path of the answer as its changes have it (`members/<id>/insurance`). */
  readonly path: string
  readonly value: string
  readonly reason: string
  readonly by: string
}

/** The changes of households, by their keys. */
type ChangesByHousehold = ReadonlyMap<string, readonly Change[]>

/**
 * Asks the assessors about what a reviewer proposes: a comment on each question of the interview that is judged, never an answer.
 * Not written yet. What was asked before stays before it; what was once asked in the same words is not asked again. Refused, each
 * with its household: `proposal_incomplete`, `proposal_without_interview`, `proposal_question_unknown`.
 */
export function askBack(
  proposals: readonly ProposedAnswer[],
  changesOf: ChangesByHousehold,
  forms: Forms,
  texts: Texts,
  author: Author,
): Result<readonly ChangeDraft[]> {
  const problems: Problem[] = []
  const comments = new Map<string, Comment>()
  for (const proposal of proposals) {
    const found = commentOn(proposal, changesOf.get(proposal.household) ?? [], forms)
    if (typeof found === 'string') {
      problems.push(problemOf(found, proposal))
      continue
    }
    const key = `${found.interview} ${found.path}`
    const comment = comments.get(key) ?? found
    comments.set(key, { ...comment, words: [...comment.words, wordsOf(proposal, found.path, texts)] })
  }
  return problems.length > 0 ? refusals(problems) : success([...comments.values()].flatMap(draft))

  function draft({ interview, path, words, changes }: Comment): readonly ChangeDraft[] {
    const asked = changes.filter((each) => each.entityId === interview && each.path === returnPath(path))
    const isAsked = (text: string): boolean => asked.some(({ value }) => String(value).includes(text))
    const fresh = [...new Set(words)].filter((text) => !isAsked(text))
    if (fresh.length === 0) return []
    const open = returnsIn(changes).filter((each) => each.interview === interview && each.path === path)
    const text = [...open.map((each) => each.text), ...fresh].join(' / ')
    return [draftInterviewFact(interview, INTERVIEW_FACTS.returned, [returnedAbout(path)], text, author)]
  }
}

interface Comment {
  readonly interview: string
  /** Null for the interview as a whole. */
  readonly path: string | null
  readonly words: readonly string[]
  /** Of the household. */
  readonly changes: readonly Change[]
}

/** Where the comment goes: the verification, where there was one, since it is the last word. */
function commentOn(
  { path, value, reason, by }: ProposedAnswer,
  changes: readonly Change[],
  forms: Forms,
): Comment | ProblemCode {
  if ([value, reason, by].some((text) => text.trim() === '')) return 'proposal_incomplete'
  const judged = interviewOfRound(changes, 'verification') ?? interviewOfRound(changes, 'first')
  if (judged === undefined) return 'proposal_without_interview'
  const [interview, own] = judged
  const instrument = formOf(forms, readInterview(interview, own, forms).instrumentVersion)
  const ref = refOfAnswer(path)
  if (instrument === undefined) return 'proposal_question_unknown'
  // Of a ledger without a line, the question is nowhere.
  if (isOfNoLine(ref, instrument)) return { interview, path: null, words: [], changes }
  const { roster, hand } = instrument.repeats
  const scope = ref.member !== undefined ? roster : ref.line !== undefined ? hand : 'household'
  const isAsked = scope !== undefined && instrument.questions.get(ref.question)?.scope === scope
  return isAsked ? { interview, path, words: [], changes } : 'proposal_question_unknown'
}

function wordsOf({ value, reason, by }: ProposedAnswer, path: string | null, texts: Texts): string {
  const ledger = path === null ? `${texts.term('sheets', 'ledger')} ` : ''
  const said = { value: value.trim(), reason: reason.trim(), by: by.trim() }
  const comment = texts.term('askBack', 'comment')
  return ledger + comment.replace(/\{(value|reason|by)\}/g, (_, name: keyof typeof said) => said[name])
}

function problemOf(code: ProblemCode, { household, path }: ProposedAnswer): Problem {
  return { code, severity: 'error', place: { household }, value: path }
}
