import { defineStore } from 'pinia'
import { computed, ref, watch } from 'vue'
import type { Question } from '../../domain/instrument/loadInstrument'
import type { AnswerValue, QuestionRef, Strokes } from '../../domain/interview/Answers'
import type { Choice } from '../../domain/interview/choicesFor'
import type { InterviewStep } from '../../domain/interview/interviewSteps'
import { parseTyped } from '../../domain/interview/parseTyped'
import { statesOf, stepChoices } from '../../domain/interview/stepChoices'
import type { Evidence } from '../../domain/shared/Evidence'
import { parseAmount } from '../interview/parseAmount'
import type { NewAnswer } from '../../application/interview/recordAnswers'
import { isSame, lineAnswers, useInterview } from './interview'

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
      const { step } = interview
      const state = step === undefined || step.kind === 'add_line' ? undefined : interview.stateIn(step.ref)
      const value = state?.state === 'answered' ? state.answer.value : null
      text.value = isTyped.value && value !== null ? String(value) : ''
      chosen.value = Array.isArray(value)
        ? (value as readonly string[])
        : typeof value === 'string'
          ? [value]
          : []
    },
    { immediate: true },
  )

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
        const evidence = evidenceOfLine(step.ref)
        const oneOff = { ref: { ...step.ref, question: 'one_off' }, value: state.oneOff, evidence }
        const answers = [
          { ref: step.ref, value: state.state, evidence },
          ...(state.oneOff === null ? [] : [oneOff]),
        ]
        if (await interview.give(answers)) goOn(step)
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
      if (!(await interview.addLine(chosenKind, name))) return
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
    if (step.kind === 'line_amount') return giveAmount(step)
    if (step.kind === 'question' && isTyped.value && text.value.trim() !== '') return giveText(step)
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

  async function giveAmount(step: InterviewStep & { ref: QuestionRef }): Promise<boolean> {
    if (text.value.trim() === '') return goOn(step)
    const amount = parseAmount(text.value)
    if (amount === null || question.value === undefined) {
      fault.value = 'amountWrong'
      return true
    }
    const evidenceKind = interview.evidenceFor(question.value)
    const of = (name: string, value: AnswerValue | null) => ({
      ref: { ...step.ref, question: name },
      value,
      evidence: evidenceKind,
    })
    const isProduct = amount.kind === 'product'
    const answers = [
      of('amount_yuan', isProduct ? null : amount.yuan),
      of('quantity', isProduct ? amount.quantity : null),
      of('unit_price', isProduct ? amount.unitPrice : null),
    ].filter(({ ref, value }) => value !== null || interview.stateIn(ref).state === 'answered')
    // A document that shows the amount shows what it is for: a line is documented when all its answers are.
    const shown =
      evidenceKind === 'document'
        ? ['income_kind', 'income_item'].flatMap((name) => again(step.ref, name))
        : []
    if (await interview.give([...answers, ...shown])) goOn(step)
    return true
  }

  /** The same answer, now known by a document. */
  function again(place: QuestionRef, name: string): readonly NewAnswer[] {
    const ref = { ...place, question: name }
    const state = interview.stateIn(ref)
    return state.state === 'answered' ? [{ ref, value: state.answer.value, evidence: 'document' }] : []
  }

  /** How a line's amount is known, and with it whether it came. */
  function evidenceOfLine(place: QuestionRef): Evidence {
    const states = ['amount_yuan', 'quantity'].map((name) => interview.stateIn({ ...place, question: name }))
    const given = states.find((state) => state.state === 'answered')
    return given?.state === 'answered' ? given.answer.evidence : 'respondent'
  }

  async function giveText(step: InterviewStep & { ref: QuestionRef }): Promise<boolean> {
    const now = interview.interview
    if (question.value === undefined || now === null) return true
    const typed = parseTyped(now, question.value, text.value)
    fault.value = typed.fault
    if (typed.fault === null) await giveAndGoOn(step, typed.value)
    return true
  }

  async function sign(strokes: Strokes): Promise<void> {
    const { step } = interview
    if (step?.kind === 'question') await giveAndGoOn(step, strokes)
  }

  async function giveAndGoOn(step: InterviewStep & { ref: QuestionRef }, value: AnswerValue): Promise<void> {
    if (question.value === undefined) return
    const of = question.value
    const isChosen = interview.chosenEvidence !== null
    if (!(await interview.give([{ ref: step.ref, value, evidence: interview.evidenceFor(of) }]))) return
    if (!isChosen && mustSayHow(of, step.ref)) isAskingEvidence.value = true
    else goOn(step)
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
    text,
    fault,
    chosen,
    kind,
    isAskingEvidence,
    question,
    isTyped,
    isNumber,
    choices,
    digit,
    evidence,
    next,
    sign,
    fillAll,
  }
})

function isTypedType(type: string | undefined): boolean {
  return type === 'integer' || type === 'decimal' || type === 'text' || type === 'date'
}

function isSameStep(left: InterviewStep, right: InterviewStep): boolean {
  if (left.kind !== right.kind) return false
  return left.kind === 'add_line' || right.kind === 'add_line' || isSame(left.ref, right.ref)
}
