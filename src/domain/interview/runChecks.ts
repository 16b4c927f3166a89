import { isAdditionalName } from '../instrument/AdditionalForm'
import type { CheckTier, Text } from '../instrument/Instrument'
import type { Question } from '../instrument/loadInstrument'
import type { AnswerValue, QuestionRef } from './Answers'
import { frameOf } from './evaluateInterview'
import { instancesOf, type Instance, type Interview } from './Interview'
import { refTo } from './unansweredQuestions'

/** A check that applies: `error` blocks completion, `warning` needs a written reason, `note` informs. */
export interface RaisedCheck {
  /** Name of the instrument's check; `out_of_range`, `choice_not_offered` and `answer_void` come with every question. */
  readonly check: string
  readonly tier: CheckTier
  readonly refs: readonly QuestionRef[]
  /** Null for those that the interface words itself. */
  readonly message: Text | null
}

/** Every check that applies in this interview, errors of single answers first, then the instrument's in their order. */
export function runChecks(interview: Interview): readonly RaisedCheck[] {
  const raised: RaisedCheck[] = []
  for (const question of interview.instrument.questions.values()) {
    for (const instance of instancesOf(interview, question.scope)) {
      const refs = [refTo(question.data.name, instance)]
      const fault = answerFault(interview, instance, question)
      if (fault !== null) raised.push(raisedFault(fault, question, refs))
      if (isVoidAt(instance, question.slot))
        raised.push({ check: 'answer_void', tier: 'warning', refs, message: null })
    }
  }
  for (const { data, when } of interview.instrument.checks) {
    for (const instance of instancesOf(interview, data.scope)) {
      if (when(frameOf(interview, instance)) !== true) continue
      const refs = data.questions.map((question) => refTo(question, instance))
      // A void answer is reported as unanswered already.
      if (data.questions.every((each) => isVoidAt(instance, interview.instrument.names.slotOf(each))))
        continue
      raised.push({ check: data.name, tier: data.tier, refs, message: data.message })
    }
  }
  return raised
}

/** An answer to an additional question keeps no interview open: only the standard form decides what comes of a visit. */
function raisedFault(
  check: AnswerFaultAtPlace,
  { data: { name, constraintMessage } }: Question,
  refs: readonly QuestionRef[],
): RaisedCheck {
  const message = check === 'out_of_range' ? (constraintMessage ?? null) : null
  return { check, tier: isAdditionalName(name) ? 'warning' : 'error', refs, message }
}

function isVoidAt({ states }: Instance, slot: number): boolean {
  const state = states[slot]
  return state?.state === 'unanswered' && state.isVoid === true
}

type AnswerFaultAtPlace = 'out_of_range' | 'choice_not_offered'

function answerFault(
  interview: Interview,
  instance: Instance,
  question: Question,
): AnswerFaultAtPlace | null {
  const state = instance.states[question.slot]
  if (state?.state !== 'answered') return null
  const frame = frameOf(interview, instance, instance.values[question.slot])
  if (question.constraint !== null && question.constraint(frame) !== true) return 'out_of_range'
  if (question.choiceRelevant.size === 0) return null
  const isOffered = chosenNames(state.answer.value).every(
    (name) => question.choiceRelevant.get(name)?.(frame) !== false,
  )
  return isOffered ? null : 'choice_not_offered'
}

function chosenNames(value: AnswerValue): readonly string[] {
  if (typeof value === 'string') return [value]
  return Array.isArray(value) ? value.filter((each) => typeof each === 'string') : []
}
