import { canonicalText } from '../../domain/changes/canonicalText'
import type { Change } from '../../domain/changes/Change'
import { elementOfDraft, type ChangeDraft } from '../../domain/changes/ChangeDraft'
import type { ElementList } from '../../domain/changes/elements'
import { foldChanges, type PathState } from '../../domain/changes/foldChanges'
import { pathOfAnswer } from '../../domain/interview/answerPath'
import type { AnswerValue, QuestionRef } from '../../domain/interview/Answers'
import { returnsIn } from '../../domain/interview/returns'
import { isSameEvidence, type Evidence } from '../../domain/shared/Evidence'
import { success, type Result } from '../../domain/shared/Result'
import { pathOf } from '../facts/Fact'
import { ANSWER, INTERVIEW_FACTS, draftInterviewFact } from '../facts/interviewFacts'
import type { ProjectStore } from '../store/ProjectStore'

/** Who writes, and when by this laptop's clock. */
export interface Author {
  readonly person: string
  readonly at: string
  /** Why, where everything that is written has one reason. */
  readonly reason?: string
}

export interface NewAnswer {
  readonly ref: QuestionRef
  /** `null` takes the answer back. */
  readonly value: AnswerValue | null
  readonly evidence: Evidence
  /** Why an earlier answer is changed, where the assessor gave a reason. */
  readonly reason?: string
  /** Hash of the ledger or the conclusion that it is given for. */
  readonly givenFor?: string
}

/** Whether an answer adds anything: another value, another evidence, or a new reason. On a conflict any answer does. */
function isNews({ value, evidence, reason }: NewAnswer, standing: PathState | undefined): boolean {
  if (standing === undefined) return value !== null
  if (standing.isConflict || (reason !== undefined && reason !== '' && reason !== standing.head.reason))
    return true
  if (canonicalText(value) !== canonicalText(standing.value)) return true
  // How it was known that there is no answer means nothing.
  return value !== null && !isSameEvidence(evidence, standing.evidence ?? 'registry')
}

/** Whether any of these answers adds something. */
export function hasNews(known: readonly Change[], answers: readonly NewAnswer[]): boolean {
  return newsAmong(known, answers).length > 0
}

function newsAmong(known: readonly Change[], answers: readonly NewAnswer[]): readonly NewAnswer[] {
  const paths = new Set(answers.map(({ ref }) => pathOfAnswer(ref)))
  const state = foldChanges(known.filter(({ path }) => paths.has(path)))
  // The same again is news where the lead asked to look again.
  const asked = new Set(returnsIn(known).flatMap(({ path, isCorrected }) => (isCorrected ? [] : [path])))
  return answers.filter((answer) => {
    const path = pathOfAnswer(answer.ref)
    return asked.has(path) || isNews(answer, state.get(path)) || isOfAnother(answer, state.get(path), known)
  })
}

/** Whether what stands was given for another ledger or conclusion than this answer. */
function isOfAnother(
  { givenFor }: NewAnswer,
  standing: PathState | undefined,
  known: readonly Change[],
): boolean {
  if (givenFor === undefined) return false
  const named = new Set(standing?.heads.map(({ id }) => pathOf(INTERVIEW_FACTS.givenFor, id)))
  return !known.some(({ path, value }) => named.has(path) && value === givenFor)
}

/** Begins the correction of a finished interview. */
export function reopenInterview(
  store: ProjectStore,
  interview: string,
  reason: string,
  author: Author,
): Promise<Result<readonly Change[]>> {
  return store.write([draftInterviewFact(interview, INTERVIEW_FACTS.reopened, [], reason, author)])
}

/** Begins an interview with a version of the form. */
export function beginInterview(
  store: ProjectStore,
  interview: string,
  instrumentVersion: string,
  author: Author,
): Promise<Result<readonly Change[]>> {
  return store.write([draftInterviewFact(interview, INTERVIEW_FACTS.begun, [], instrumentVersion, author)])
}

/** Records answers in one write: all of them or none. What stands already is not written again; so the changes may be none. */
export async function recordAnswers(
  store: ProjectStore,
  interview: string,
  answers: readonly NewAnswer[],
  author: Author,
): Promise<Result<readonly Change[]>> {
  const told = newsAmong(await store.changesOf('interview', interview), answers)
  if (told.length === 0) return success([])
  const named = told.flatMap(({ givenFor }, index) =>
    givenFor === undefined
      ? []
      : [draftInterviewFact(interview, INTERVIEW_FACTS.givenFor, [elementOfDraft(index)], givenFor, author)],
  )
  return store.write([...answerDrafts(interview, told, author), ...named])
}

/** A line of the ledger was read to the household; `ledger` is the hash of all of it. */
export function recordReading(
  store: ProjectStore,
  interview: string,
  line: string,
  ledger: string,
  author: Author,
): Promise<Result<readonly Change[]>> {
  return store.write([draftInterviewFact(interview, INTERVIEW_FACTS.read, [line, ledger], true, author)])
}

/** The changes that answers are; not written yet. */
export function answerDrafts(
  interview: string,
  answers: readonly NewAnswer[],
  author: Author,
): readonly ChangeDraft[] {
  return answers.map((answer) => answerDraft(interview, pathOfAnswer(answer.ref), answer, author))
}

/** Adds a ledger line or a member with its first answers, in one write. */
export function addElement(
  store: ProjectStore,
  interview: string,
  list: ElementList,
  label: string,
  answers: readonly NewAnswer[],
  author: Author,
): Promise<Result<readonly Change[]>> {
  const path = pathOf(INTERVIEW_FACTS[list], elementOfDraft(0))
  const own = answers.map((answer) =>
    answerDraft(interview, `${path}/${answer.ref.question}`, answer, author),
  )
  return store.write([
    draftInterviewFact(interview, INTERVIEW_FACTS[list], [elementOfDraft(0)], label, author),
    ...own,
  ])
}

/** Takes a ledger line or an added member away; its answers stay in the history. */
export function removeElement(
  store: ProjectStore,
  interview: string,
  list: ElementList,
  id: string,
  author: Author,
): Promise<Result<readonly Change[]>> {
  return store.write([draftInterviewFact(interview, INTERVIEW_FACTS[list], [id], null, author)])
}

/** Puts back a ledger line or an added member that was taken away, with all its answers; `label` is the one it was made with. */
export function restoreElement(
  store: ProjectStore,
  interview: string,
  list: ElementList,
  id: string,
  label: string,
  author: Author,
): Promise<Result<readonly Change[]>> {
  return store.write([draftInterviewFact(interview, INTERVIEW_FACTS[list], [id], label, author)])
}

/** Keeps what is being typed, so that nothing is lost however the app ends; `meant` is the path at which it will be written. */
export function keepDraft(
  store: ProjectStore,
  interview: string,
  meant: string,
  text: string,
  author: Author,
): Promise<Result<readonly Change[]>> {
  return store.write([draftInterviewFact(interview, INTERVIEW_FACTS.draft, [meant], text, author)])
}

function answerDraft(interview: string, path: string, answer: NewAnswer, author: Author): ChangeDraft {
  const { value, evidence, reason } = answer
  return draftInterviewFact(interview, ANSWER, [path], value, {
    evidence,
    ...author,
    ...(reason && { reason }),
  })
}

/** The entity that is written of. */
export function ofInterview(entityId: string) {
  return { entity: 'interview', entityId } as const
}
