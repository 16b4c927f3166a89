import { defineStore } from 'pinia'
import { computed, ref, watch } from 'vue'
import type { Question } from '../../domain/instrument/loadInstrument'
import type { AnswerValue, QuestionRef, Strokes } from '../../domain/interview/Answers'
import { checkAnswer } from '../../domain/interview/checkAnswer'
import { choicesFor, type Choice } from '../../domain/interview/choicesFor'
import type { Instance } from '../../domain/interview/Interview'
import type { InterviewStep } from '../../domain/interview/interviewSteps'
import { instancesOf } from '../../domain/interview/runChecks'
import type { Evidence } from '../../domain/shared/Evidence'
import { lineStates } from '../interview/lineChoices'
import { parseAmount } from '../interview/parseAmount'
import { isSame, lineAnswers, useInterview } from './interview'

const LEDGER_KINDS = 'income_kind'
const LEDGER_ITEMS = 'income_item'

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
  const lineKind = computed(() => {
    const { step, interview: now } = interview
    const line =
      step === undefined || step.kind === 'add_line'
        ? undefined
        : now?.lines.find(({ id }) => id === step.ref.line)
    return line === undefined
      ? undefined
      : (line.values[now?.instrument.names.slotOf(LEDGER_KINDS) ?? -1] as string | undefined)
  })

  const choices = computed((): readonly Choice[] => {
    const { step, interview: now } = interview
    if (step === undefined || now === null) return []
    switch (step.kind) {
      case 'add_line':
      case 'line_item':
        return kind.value === null ? listChoices(LEDGER_KINDS) : itemsOf(kind.value)
      case 'line_state':
        return lineStates(lineKind.value).map(({ state, oneOff }) => ({
          name: `${state} ${oneOff ?? ''}`,
          label: stateLabel(state, oneOff),
        }))
      case 'line_amount':
        return []
      case 'question': {
        const instance = instanceOf(step.ref)
        return question.value === undefined || instance === undefined
          ? []
          : choicesFor(now, instance, question.value)
      }
    }
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
        const state = lineStates(lineKind.value)[number - 1]
        if (state === undefined) return
        const oneOff =
          state.oneOff === null
            ? []
            : [
                {
                  ref: { ...step.ref, question: 'one_off' },
                  value: state.oneOff,
                  evidence: 'respondent' as const,
                },
              ]
        if (await interview.give([{ ref: step.ref, value: state.state, evidence: 'respondent' }, ...oneOff]))
          goOn(step)
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
    if (await interview.give(answers)) goOn(step)
    return true
  }

  async function giveText(step: InterviewStep & { ref: QuestionRef }): Promise<boolean> {
    const now = interview.interview
    if (question.value === undefined || now === null) return true
    const plain = text.value.normalize('NFKC').trim()
    const value = isNumber.value
      ? /^\d+(\.\d+)?$/.test(plain)
        ? Number(plain)
        : Number.NaN
      : question.value.data.type === 'date'
        ? plain
        : text.value.trim()
    const wrong = checkAnswer(question.value, value, now.instrument.names, () => true)
    if (wrong !== null || !isInRange(question.value, value)) {
      fault.value =
        question.value.data.type === 'date' ? 'dateWrong' : wrong === null ? 'outOfRange' : 'numberPlain'
      return true
    }
    await giveAndGoOn(step, value)
    return true
  }

  function isInRange({ constraint }: Question, value: AnswerValue): boolean {
    const now = interview.interview
    if (constraint === null || now === null) return true
    const frame = {
      household: now.household.values,
      own: [],
      member: now.members,
      line: now.lines,
      self: value as never,
    }
    return constraint(frame) === true
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

  function listChoices(list: string): readonly Choice[] {
    return interview.interview?.instrument.data.choices[list] ?? []
  }

  function itemsOf(ofKind: string): readonly Choice[] {
    const now = interview.interview
    const item = now?.instrument.questions.get(LEDGER_ITEMS)
    if (now === null || item === undefined) return []
    const own: never[] = []
    own[now.instrument.names.slotOf(LEDGER_KINDS)] = ofKind as never
    const frame = {
      household: now.household.values,
      own,
      member: now.members,
      line: now.lines,
      self: undefined,
    }
    return listChoices(LEDGER_ITEMS).filter(({ name }) => item.choiceRelevant.get(name)?.(frame) !== false)
  }

  function stateLabel(state: string, oneOff: string | null) {
    const label = listChoices('income_state').find(({ name }) => name === state)?.label ?? {
      'zh-CN': state,
      en: state,
    }
    if (oneOff === null) return label
    const more =
      oneOff === 'yes'
        ? { 'zh-CN': '，只这一次', en: ', once only' }
        : { 'zh-CN': '，年年有', en: ', every year' }
    return { 'zh-CN': label['zh-CN'] + more['zh-CN'], en: label.en + more.en }
  }

  function instanceOf(place: QuestionRef): Instance | undefined {
    const now = interview.interview
    const scope = now?.instrument.questions.get(place.question)?.scope ?? 'household'
    return now === null
      ? undefined
      : instancesOf(now, scope).find(({ id }) => id === (place.member ?? place.line ?? ''))
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
    lineKind,
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
