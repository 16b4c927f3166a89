import type { AnswerValue, QuestionRef } from '../../../domain/interview/Answers'
import type { QuestionState } from '../../../domain/interview/Interview'
import type { LineState } from '../../../domain/interview/stepChoices'
import { canonicalText } from '../../../domain/changes/canonicalText'
import { kindsOf, type Evidence } from '../../../domain/shared/Evidence'
import type { NewAnswer } from '../../../application/interview/recordAnswers'
import type { TypedAmount } from '../step/parseAmount'

export type StateIn = (ref: QuestionRef) => QuestionState

/** An answer that repeats what stands already is known the way it was known. */
export function asKnown(answer: NewAnswer, stateIn: StateIn): NewAnswer {
  const state = stateIn(answer.ref)
  const isSame =
    state.state === 'answered' &&
    state.answer.evidence !== 'registry' &&
    canonicalText(state.answer.value) === canonicalText(answer.value)
  return isSame ? { ...answer, evidence: state.answer.evidence } : answer
}

/** What a ledger line is: its kind and its item, answered together. */
export function lineAnswers(ref: QuestionRef, kind: string, item: string): readonly NewAnswer[] {
  return [
    { ref: { ...ref, question: 'income_kind' }, value: kind, evidence: 'respondent' },
    { ref: { ...ref, question: 'income_item' }, value: item, evidence: 'respondent' },
  ]
}

/** An amount, or a quantity and a price, whichever was typed; the other is taken back where it stood. */
export function amountAnswers(
  ref: QuestionRef,
  amount: TypedAmount,
  evidence: Evidence,
  stateIn: StateIn,
): readonly NewAnswer[] {
  const isProduct = amount.kind === 'product'
  const of = (question: string, value: AnswerValue | null): NewAnswer => ({
    ref: { ...ref, question },
    value,
    evidence,
  })
  const amounts = [
    of('amount_yuan', isProduct ? null : amount.yuan),
    of('quantity', isProduct ? amount.quantity : null),
    of('unit_price', isProduct ? amount.unitPrice : null),
  ].filter(({ ref: place, value }) => value !== null || stateIn(place).state === 'answered')
  // A document that shows the amount shows what it is for: a line is documented when all its answers are.
  return kindsOf(evidence).includes('document')
    ? [
        ...amounts,
        ...documented({ ...ref, question: 'income_kind' }, evidence, stateIn),
        ...documented({ ...ref, question: 'income_item' }, evidence, stateIn),
      ]
    : amounts
}

/** Whether the money came, and for transfers whether once, known the way its amount is. */
export function stateAnswers(
  ref: QuestionRef,
  { state, oneOff }: LineState,
  stateIn: StateIn,
): readonly NewAnswer[] {
  const evidence = evidenceOfAmount(ref, stateIn)
  const ofState = { ref, value: state, evidence }
  return oneOff === null
    ? [ofState]
    : [ofState, { ref: { ...ref, question: 'one_off' }, value: oneOff, evidence }]
}

/** The same answer, now known by a document as the amount is. */
function documented(ref: QuestionRef, evidence: Evidence, stateIn: StateIn): readonly NewAnswer[] {
  const state = stateIn(ref)
  return state.state === 'answered' ? [{ ref, value: state.answer.value, evidence }] : []
}

/** How the amount of a line is known, whichever way it was given. */
export function evidenceOfAmount(ref: QuestionRef, stateIn: StateIn): Evidence {
  const states = ['amount_yuan', 'quantity'].map((question) => stateIn({ ...ref, question }))
  const given = states.find((state) => state.state === 'answered')
  return given?.state === 'answered' ? given.answer.evidence : 'respondent'
}
