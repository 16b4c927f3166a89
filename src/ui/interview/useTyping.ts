import { computed, ref, watch } from 'vue'
import { isSameQuestion, type AnswerValue, type QuestionRef } from '../../domain/interview/Answers'
import type { InterviewStep } from '../../domain/interview/interviewSteps'
import { parseTyped } from '../../domain/interview/parseTyped'
import type { NewAnswer } from '../../application/interview/recordAnswers'
import { useInterview } from '../stores/interview'
import { amountAnswers, asKnown } from './ledgerAnswers'
import { parseAmount } from './parseAmount'

/** How long the hand must rest before what it has typed so far is kept. */
const REST_MS = 800

const TYPED_TYPES = ['integer', 'decimal', 'text', 'date']

/** A stop at which something can be answered. */
export type Asking = InterviewStep & { readonly ref: QuestionRef }

/** The field of a question that is typed: its text, what is wrong with it, and the answers it makes. */
export function useTyping() {
  const interview = useInterview()
  const text = ref('')
  const fault = ref<string | null>(null)
  let resting: ReturnType<typeof setTimeout> | undefined

  const question = computed(() =>
    interview.step === undefined ? undefined : interview.questionOf(interview.step),
  )
  const isTyped = computed(
    () => interview.step?.kind === 'line_amount' || TYPED_TYPES.includes(question.value?.data.type ?? ''),
  )
  const isNumber = computed(
    () => isTyped.value && question.value?.data.type !== 'text' && question.value?.data.type !== 'date',
  )
  const isFilled = computed(() => isTyped.value && text.value.trim() !== '')
  /** What stands in the field is kept, though it is no answer before Enter. */
  const isKept = computed(() => text.value !== '' && draftHere() === text.value)

  watch([text, () => interview.step], () => {
    clearTimeout(resting)
    const { step } = interview
    if (step === undefined || step.kind === 'add_line' || !isTyped.value || isKept.value) return
    if (text.value === String(standing() ?? '') && draftHere() === undefined) return
    resting = setTimeout(() => void interview.keepTyped(step.ref, text.value), REST_MS)
  })

  /** The answer in focus as it is stored. */
  function standing(): AnswerValue | null {
    const { step } = interview
    const state = step === undefined || step.kind === 'add_line' ? undefined : interview.stateIn(step.ref)
    return state?.state === 'answered' ? state.answer.value : null
  }

  /** What was kept of typing at the question in focus. */
  function draftHere(): string | undefined {
    const { draft, step } = interview
    const isHere =
      draft !== null && step !== undefined && step.kind !== 'add_line' && isSameQuestion(draft.ref, step.ref)
    return isHere && isTyped.value ? draft.text : undefined
  }

  /** A new question has come into focus. */
  function begin(): void {
    fault.value = null
    const value = standing()
    text.value = draftHere() ?? (isTyped.value && value !== null ? String(value) : '')
  }

  /** The answers that the text makes; null, with `fault` set, when it makes none. */
  function answers(step: Asking): readonly NewAnswer[] | null {
    const now = interview.interview
    if (question.value === undefined || now === null) return null
    const evidence = interview.evidenceFor(question.value)
    if (step.kind === 'line_amount') {
      const amount = parseAmount(text.value)
      fault.value = amount === null ? 'amountWrong' : null
      return amount === null ? null : keeping(amountAnswers(step.ref, amount, evidence, interview.stateIn))
    }
    const typed = parseTyped(now, question.value, text.value)
    fault.value = typed.fault
    return typed.fault === null ? keeping([{ ref: step.ref, value: typed.value, evidence }]) : null
  }

  /** Without a letter, the same again is known as before. */
  function keeping(given: readonly NewAnswer[]): readonly NewAnswer[] {
    return interview.chosenKinds.length > 0 ? given : given.map((each) => asKnown(each, interview.stateIn))
  }

  /** Before the question is left by another way than Enter: what was typed and can stand is given, the rest is kept. */
  async function settle(): Promise<void> {
    clearTimeout(resting)
    const { step } = interview
    if (step === undefined || step.kind === 'add_line' || !isFilled.value) return
    if (text.value === String(standing() ?? '')) return
    const typed = answers(step)
    if (typed !== null) await interview.give(typed)
    else if (!isKept.value) await interview.keepTyped(step.ref, text.value)
  }

  return { text, fault, question, isTyped, isNumber, isFilled, isKept, standing, begin, answers, settle }
}
