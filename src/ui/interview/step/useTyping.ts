import { computed, ref } from 'vue'
import { pathOfAnswer } from '../../../domain/interview/answerPath'
import type { AnswerValue, QuestionRef } from '../../../domain/interview/Answers'
import type { InterviewStep } from '../../../domain/interview/interviewSteps'
import { foundInNumber } from '../../../domain/interview/foundInNumber'
import { parseTyped, type Typed } from '../../../domain/interview/parseTyped'
import type { NewAnswer } from '../../../application/interview/recordAnswers'
import { useInterview } from '../record/interview'
import { amountAnswers, asKnown } from '../ledger/ledgerAnswers'
import { parseAmount } from './parseAmount'

const TYPED_TYPES = ['integer', 'decimal', 'text', 'date']

/** A stop at which something can be answered. */
export type Asking = InterviewStep & { readonly ref: QuestionRef }

/** The field of a question that is typed: its text, what is wrong with it, and the answers it makes. */
export function useTyping() {
  const interview = useInterview()
  const fault = ref<Exclude<Typed['fault'], null> | 'amountWrong' | null>(null)

  const question = computed(() =>
    interview.step === undefined ? undefined : interview.questionOf(interview.step),
  )
  const isTyped = computed(
    () => interview.step?.kind === 'line_amount' || TYPED_TYPES.includes(question.value?.data.type ?? ''),
  )
  const isNumber = computed(
    () => isTyped.value && question.value?.data.type !== 'text' && question.value?.data.type !== 'date',
  )
  /** The path that the field's text is meant for; null where nothing is typed. */
  const meant = computed(() => {
    const { step } = interview
    return step === undefined || step.kind === 'add_line' || !isTyped.value ? null : pathOfAnswer(step.ref)
  })
  /** What the ID number gives, where that waits to be confirmed. */
  const found = computed(() => {
    const { step, interview: now } = interview
    return now === null || step?.kind !== 'question' || interview.isLocked
      ? null
      : foundInNumber(now, step.ref)
  })
  const isTouched = computed(() => meant.value !== null && interview.typed.textAt(meant.value) !== undefined)
  /** What is being typed, else what is stored, else what was found. */
  const text = computed({
    get: () => (meant.value === null ? '' : (interview.typed.textAt(meant.value) ?? untouchedText())),
    set(typed) {
      if (meant.value !== null && typed !== text.value && interview.mayChange())
        interview.typed.type(meant.value, typed, untouchedText())
    },
  })
  const isFilled = computed(() => isTyped.value && text.value.trim() !== '')
  /** Typed and no answer yet: on the disk already, or on its way there. */
  const keeping = computed((): 'kept' | 'keeping' | 'found' | null => {
    if (meant.value === null || text.value === '' || text.value === standingText()) return null
    if (!isTouched.value) return 'found'
    return interview.typed.isKept(meant.value) ? 'kept' : 'keeping'
  })

  function untouchedText(): string {
    const stored = standingText()
    return stored === '' && isTyped.value ? (found.value ?? '') : stored
  }

  /** The answer in focus as it is stored. */
  function standing(): AnswerValue | null {
    const { step } = interview
    return step === undefined || step.kind === 'add_line' ? null : valueAt(step.ref)
  }

  function valueAt(place: QuestionRef): AnswerValue | null {
    const state = interview.stateIn(place)
    return state.state === 'answered' ? state.answer.value : null
  }

  /** The stored answer as it was typed. */
  function standingText(): string {
    const { step } = interview
    const value = standing()
    if (value !== null || step?.kind !== 'line_amount') return String(value ?? '')
    const [quantity, price] = ['quantity', 'unit_price'].map((name) =>
      valueAt({ ...step.ref, question: name }),
    )
    return quantity === null || price === null ? '' : `${String(quantity)}*${String(price)}`
  }

  /** Another question came into focus, or this one again. */
  function begin(): void {
    fault.value = null
  }

  /** The answers that the text makes; null, with `fault` set, when it makes none. */
  function answers(step: Asking): readonly NewAnswer[] | null {
    const now = interview.interview
    if (question.value === undefined || now === null) return null
    const evidence = interview.evidenceFor(question.value)
    if (step.kind === 'line_amount') {
      const amount = parseAmount(text.value)
      fault.value = amount === null ? 'amountWrong' : null
      return amount === null
        ? null
        : knownAsBefore(amountAnswers(step.ref, amount, evidence, interview.stateIn))
    }
    const typed = parseTyped(now, question.value, text.value)
    fault.value = typed.fault
    return typed.fault === null ? knownAsBefore([{ ref: step.ref, value: typed.value, evidence }]) : null
  }

  /** Without a letter, the same again is known as before. */
  function knownAsBefore(given: readonly NewAnswer[]): readonly NewAnswer[] {
    return interview.chosenKinds.length > 0 ? given : given.map((each) => asKnown(each, interview.stateIn))
  }

  /** Before the question is left by another way than Enter: what was typed and can stand is given, the rest stays as it is kept. */
  async function settle(): Promise<void> {
    const { step } = interview
    if (step === undefined || step.kind === 'add_line' || meant.value === null) return
    // Emptied and left: the answer stands, and is seen when one comes back.
    if (!isFilled.value) return interview.typed.end(meant.value)
    // What was found and nobody confirmed is no answer.
    if (!isTouched.value || text.value === standingText()) return
    const typed = answers(step)
    if (typed !== null) await interview.give(typed)
  }

  return {
    text,
    fault,
    question,
    isTyped,
    isNumber,
    isFilled,
    keeping,
    found,
    standing,
    standingText,
    begin,
    answers,
    settle,
  }
}
