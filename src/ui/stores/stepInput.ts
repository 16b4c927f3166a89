import { defineStore } from 'pinia'
import { computed, ref, watch } from 'vue'
import type { Question } from '../../domain/instrument/loadInstrument'
import {
  isSameQuestion,
  type AnswerValue,
  type QuestionRef,
  type Strokes,
} from '../../domain/interview/Answers'
import type { Choice } from '../../domain/interview/choicesFor'
import type { InterviewStep } from '../../domain/interview/interviewSteps'
import { parseTyped } from '../../domain/interview/parseTyped'
import { statesOf, stepChoices } from '../../domain/interview/stepChoices'
import type { Evidence } from '../../domain/shared/Evidence'
import { amountAnswers, lineAnswers, stateAnswers } from '../interview/ledgerAnswers'
import { parseAmount } from '../interview/parseAmount'
import { useInterview } from './interview'

/** How long the hand must rest before what it has typed so far is kept. */
const REST_MS = 800

/** What the hand is doing at the question in focus: digits, letters, typing; each answer is saved as it is given. */
export const useStepInput = defineStore('stepInput', () => {
  const interview = useInterview()
  const text = ref('')
  const fault = ref<string | null>(null)
  const chosen = ref<readonly string[]>([])
  /** First digit of a ledger item: its kind. */
  const kind = ref<string | null>(null)
  const isAskingEvidence = ref(false)

  const question = computed(() =>
    interview.step === undefined ? undefined : interview.questionOf(interview.step),
  )
  const isTyped = computed(
    () => interview.step?.kind === 'line_amount' || isTypedType(question.value?.data.type),
  )
  const isNumber = computed(
    () => isTyped.value && question.value?.data.type !== 'text' && question.value?.data.type !== 'date',
  )
  const choices = computed((): readonly Choice[] => {
    const { step, interview: now } = interview
    return step === undefined || now === null ? [] : stepChoices(now, step, kind.value)
  })

  watch(
    () => [interview.id, interview.focus] as const,
    () => {
      fault.value = null
      kind.value = null
      isAskingEvidence.value = false
      const value = standing()
      text.value = draftHere() ?? (isTyped.value && value !== null ? String(value) : '')
      chosen.value = Array.isArray(value)
        ? (value as readonly string[])
        : typeof value === 'string'
          ? [value]
          : []
    },
    { immediate: true },
  )

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

  /** What stands in the field is kept, though it is no answer before Enter. */
  const isKept = computed(() => text.value !== '' && draftHere() === text.value)
  let resting: ReturnType<typeof setTimeout> | undefined

  watch([text, () => interview.step], () => {
    clearTimeout(resting)
    const { step } = interview
    if (step === undefined || step.kind === 'add_line' || !isTyped.value || isKept.value) return
    if (text.value === String(standing() ?? '') && draftHere() === undefined) return
    resting = setTimeout(() => void interview.keepTyped(step.ref, text.value), REST_MS)
  })

  async function digit(number: number): Promise<void> {
    const { step } = interview
    const choice = choices.value[number - 1]
    if (step === undefined || choice === undefined) return
    switch (step.kind) {
      case 'add_line':
      case 'line_item':
        return chooseItem(step, choice.name)
      case 'line_state': {
        const now = interview.interview
        const state = now === null ? undefined : statesOf(now, step)[number - 1]
        if (state === undefined) return
        if (await interview.give(stateAnswers(step.ref, state, interview.stateIn))) goOn(step)
        return
      }
      case 'question':
        if (question.value?.data.type.startsWith('select_multiple') === true) toggle(choice.name)
        else {
          chosen.value = [choice.name]
          await giveAndGoOn(step, choice.name)
        }
        return
      case 'line_amount':
        return
    }
  }

  async function chooseItem(step: InterviewStep, name: string): Promise<void> {
    if (kind.value === null) {
      kind.value = name
      return
    }
    const chosenKind = kind.value
    if (step.kind === 'add_line') {
      if (!(await interview.addLine(lineAnswers({ question: '' }, chosenKind, name)))) return
      const amounts = interview.steps.flatMap((each, index) => (each.kind === 'line_amount' ? [index] : []))
      interview.goTo(amounts.at(-1) ?? interview.focus)
    } else if (step.kind === 'line_item' && (await interview.give(lineAnswers(step.ref, chosenKind, name))))
      goOn(step)
  }

  function toggle(name: string): void {
    chosen.value = chosen.value.includes(name)
      ? chosen.value.filter((each) => each !== name)
      : [...chosen.value, name]
  }

  async function evidence(evidenceKind: Evidence): Promise<void> {
    const { step } = interview
    if (question.value !== undefined && !question.value.data.evidence.includes(evidenceKind)) return
    interview.chosenEvidence = evidenceKind
    if (step === undefined || step.kind === 'add_line') return
    if (isAskingEvidence.value) {
      const state = interview.stateIn(step.ref)
      if (state.state === 'answered' && state.answer.evidence !== evidenceKind) {
        await interview.give([{ ref: step.ref, value: state.answer.value, evidence: evidenceKind }])
      }
      // A kind given because it was asked for is that answer's; the next question starts from its own default.
      interview.chosenEvidence = null
      goOn(step)
    } else if (step.kind === 'line_amount' && text.value !== '') {
      await next()
      interview.chosenEvidence = null
    }
  }

  /** Enter. False when there is nothing behind the last question. */
  async function next(): Promise<boolean> {
    const { step } = interview
    if (step === undefined) return false
    if (isTyped.value && text.value.trim() !== '') {
      if (step.kind === 'line_amount') {
        if (await giveAmount(step)) goOn(step)
      } else if (step.kind === 'question') await giveText(step, giveAndGoOn)
      return true
    }
    if (
      step.kind === 'question' &&
      question.value?.data.type.startsWith('select_multiple') === true &&
      chosen.value.length > 0
    ) {
      await giveAndGoOn(step, chosen.value)
      return true
    }
    return goOn(step)
  }

  /** Before the question is left by another way than Enter: what was typed and can stand is given. */
  async function settle(): Promise<void> {
    clearTimeout(resting)
    const { step } = interview
    if (
      step === undefined ||
      !isTyped.value ||
      text.value.trim() === '' ||
      text.value === String(standing() ?? '')
    )
      return
    if (step.kind === 'line_amount') await giveAmount(step)
    else if (step.kind === 'question') await giveText(step, give)
    if (fault.value !== null && step.kind !== 'add_line' && !isKept.value)
      await interview.keepTyped(step.ref, text.value)
  }

  async function giveAmount(step: InterviewStep & { ref: QuestionRef }): Promise<boolean> {
    const amount = parseAmount(text.value)
    fault.value = amount === null ? 'amountWrong' : null
    if (amount === null || question.value === undefined) return false
    const evidenceKind = interview.evidenceFor(question.value)
    return interview.give(amountAnswers(step.ref, amount, evidenceKind, interview.stateIn))
  }

  async function giveText(
    step: InterviewStep & { ref: QuestionRef },
    take: (step: InterviewStep & { ref: QuestionRef }, value: AnswerValue) => Promise<unknown>,
  ): Promise<void> {
    const now = interview.interview
    if (question.value === undefined || now === null) return
    const typed = parseTyped(now, question.value, text.value)
    fault.value = typed.fault
    if (typed.fault === null) await take(step, typed.value)
  }

  async function sign(strokes: Strokes): Promise<void> {
    const { step } = interview
    if (step?.kind === 'question') await giveAndGoOn(step, strokes)
  }

  async function giveAndGoOn(step: InterviewStep & { ref: QuestionRef }, value: AnswerValue): Promise<void> {
    if (question.value === undefined) return
    const of = question.value
    const isChosen = interview.chosenEvidence !== null
    if (!(await give(step, value))) return
    if (!isChosen && mustSayHow(of, step.ref)) isAskingEvidence.value = true
    else goOn(step)
  }

  function give(step: InterviewStep & { ref: QuestionRef }, value: AnswerValue): Promise<boolean> {
    if (question.value === undefined) return Promise.resolve(false)
    return interview.give([{ ref: step.ref, value, evidence: interview.evidenceFor(question.value) }])
  }

  /** Evidence is asked where a document should exist, and where an answer speaks for unmet by word of mouth alone. */
  function mustSayHow({ data }: Question, ref: QuestionRef): boolean {
    if (data.evidence.length < 2) return false
    if (data.documentExpected === true) return true
    const criteria = Object.values(interview.verdict?.criteria ?? {})
    return criteria.some(
      ({ rule, because }) =>
        rule === 'unmet_by_hearsay' &&
        because.some(({ fact, member }) => fact === ref.question && member === ref.member),
    )
  }

  /** To the stop behind this one, wherever the answer has put it. */
  function goOn(step: InterviewStep): boolean {
    isAskingEvidence.value = false
    const here = interview.steps.findIndex((each) => isSameStep(each, step))
    const target = (here < 0 ? interview.focus : here) + 1
    if (target >= interview.steps.length) return false
    interview.goTo(target)
    return true
  }

  /** One key for everybody, then on to the next question. */
  async function fillAll(): Promise<void> {
    const { step } = interview
    if (step?.kind !== 'question' || question.value?.data.quickFill === undefined) return
    const of = question.value
    await interview.fillAll(of)
    const behind = interview.steps.findIndex(
      (each, index) =>
        index > interview.focus && (each.kind !== 'question' || each.ref.question !== of.data.name),
    )
    if (of.data.documentExpected === true && interview.chosenEvidence === null) isAskingEvidence.value = false
    if (behind >= 0) interview.goTo(behind)
  }

  return {
    text, fault, chosen, kind, isAskingEvidence, isKept, question, isTyped, isNumber, choices,
    digit, evidence, next, settle, sign, fillAll,
  } // prettier-ignore
})

function isTypedType(type: string | undefined): boolean {
  return type === 'integer' || type === 'decimal' || type === 'text' || type === 'date'
}

function isSameStep(left: InterviewStep, right: InterviewStep): boolean {
  if (left.kind !== right.kind) return false
  return left.kind === 'add_line' || right.kind === 'add_line' || isSameQuestion(left.ref, right.ref)
}
