import { computed, ref, type Ref } from 'vue'
import type { Change } from '../../../domain/changes/Change'
import type { Question } from '../../../domain/instrument/loadInstrument'
import { pathOfAnswer } from '../../../domain/interview/answerPath'
import { isAnsweredIn, type QuestionRef } from '../../../domain/interview/Answers'
import { typedAt } from '../../../domain/interview/draft'
import {
  instancesOf,
  stateOf,
  type Instance,
  type Interview,
  type QuestionState,
} from '../../../domain/interview/Interview'
import type { InterviewStep } from '../../../domain/interview/interviewSteps'
import { quickFill } from '../../../domain/interview/quickFill'
import { evidenceOf, type Evidence, type EvidenceKind } from '../../../domain/shared/Evidence'
import type { NewAnswer } from '../../../application/interview/recordAnswers'
import type { VerificationBase } from '../../../application/rounds/verificationBase'
import type { interviewAgreement } from './interviewAgreement'
import type { interviewReading } from './interviewReading'
import type { interviewWrites } from './interviewWrites'
import type { thingsDone } from './thingsDone'
import type { typedTexts } from './typedTexts'

type Reading = ReturnType<typeof interviewReading>
type Agreement = ReturnType<typeof interviewAgreement>

interface OpenInterview
  extends Pick<Reading, 'interview' | 'record' | 'roles'>, Pick<Agreement, 'mayAnswer' | 'naming'> {
  readonly changes: Readonly<Ref<readonly Change[]>>
  readonly verification: Readonly<Ref<VerificationBase | null>>
  readonly step: Readonly<Ref<InterviewStep | undefined>>
  readonly writes: ReturnType<typeof interviewWrites>
  readonly done: ReturnType<typeof thingsDone>
  readonly typed: ReturnType<typeof typedTexts>
  goBack(left: InterviewStep | undefined): true
}

/** What a reason that is being typed is meant for: no path, but the next answer. */
const REASON = 'reason'

/** The answers that are given: on what evidence, for what reason, and how they are taken back. */
export function interviewAnswers({
  interview,
  record,
  roles,
  mayAnswer,
  naming,
  changes,
  verification,
  step,
  writes,
  done,
  typed,
  goBack,
}: OpenInterview) {
  /** Chosen by letters for the answer in focus, and for no other. */
  const chosenKinds = ref<readonly EvidenceKind[]>([])
  /** Why the next answer is given; it waits for that answer. */
  const reason = computed({
    get: () => typed.textAt(REASON) ?? '',
    set: (text) => typed.type(REASON, text),
  })

  function stateIn(ref: QuestionRef): QuestionState {
    const now = interview.value
    const instance = now === null ? undefined : instanceFor(now, ref)
    return now === null || instance === undefined
      ? { state: 'not_applicable' }
      : stateOf(now, instance, ref.question)
  }

  /** The evidence a new answer to a question gets now: the letters chosen for it, else the question's own. */
  function evidenceFor({ data }: Question): Evidence {
    const chosen = chosenKinds.value.filter((kind) => data.evidence.includes(kind))
    return chosen.length > 0 ? evidenceOf(chosen) : data.defaultEvidence
  }

  /**
   * Saves the answers given by one key, which can be taken back together. `isBeside`: what comes by itself while the hand is
   * at another question; Backspace does not take it back, and a reason that waits is not its reason.
   */
  async function give(answers: readonly NewAnswer[], isBeside = false): Promise<boolean> {
    if (!answers.every(({ ref }) => mayAnswer(ref))) return false
    const before = answers.map(({ ref }) => naming(standing(ref)))
    const from = step.value
    const why = isBeside ? '' : reason.value.trim()
    const given = answers.map((each) => naming(why === '' ? each : { ...each, reason: why }))
    const written = changes.value.length
    const texts = given.map(({ ref }) => typedAt(pathOfAnswer(ref), roles.value))
    texts.forEach(typed.halt)
    const isGiven = await writes.record(given)
    if (isGiven) texts.forEach(typed.end)
    // Where nothing was new there is nothing to undo, and a reason still waits for its answer.
    if (isGiven && !isBeside && changes.value.length > written) {
      done.note({ undo: async () => (await writes.record(before)) && goBack(from) })
      reason.value = ''
    }
    return isGiven
  }

  /** What this round recorded; a verification takes back its own answers, never the first round's. */
  function standing(ref: QuestionRef): NewAnswer {
    const state = stateIn(ref)
    const isOwn = verification.value === null || isAnsweredIn(record.value.answers, ref)
    if (isOwn && state.state === 'answered' && state.answer.evidence !== 'registry') {
      return { ref, value: state.answer.value, evidence: state.answer.evidence }
    }
    return { ref, value: null, evidence: 'respondent' }
  }

  /** One answer for everybody the question in focus applies to and who has none. */
  function fillAll(question: Question): Promise<boolean> {
    const now = interview.value
    if (now === null) return Promise.resolve(false)
    const evidence = evidenceFor(question)
    const answers = quickFill(now, question.group, question.data.name).map((each) => ({ ...each, evidence }))
    return answers.length === 0 ? Promise.resolve(false) : give(answers)
  }

  return { chosenKinds, reason, stateIn, evidenceFor, give, fillAll }
}

function instanceFor(interview: Interview, { question, member, line }: QuestionRef): Instance | undefined {
  const scope = interview.instrument.questions.get(question)?.scope ?? 'household'
  return instancesOf(interview, scope).find((instance) => instance.id === (member ?? line ?? ''))
}
