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
import { statesOf, stepChoices } from '../../domain/interview/stepChoices'
import { evidenceOf, kindsOf, type Evidence, type EvidenceKind } from '../../domain/shared/Evidence'
import type { NewAnswer } from '../../application/interview/recordAnswers'
import { asKnown, evidenceOfAmount, lineAnswers, stateAnswers } from '../interview/ledgerAnswers'
import { useTyping, type Asking } from '../interview/useTyping'
import { useInterview } from './interview'

/** What the hand is doing at the question in focus: digits, letters, typing; each answer is saved as it is given. */
export const useStepInput = defineStore('stepInput', () => {
  const interview = useInterview()
  const typing = useTyping()
  const { text, fault, question, isTyped, isNumber, isKept, settle } = typing
  const chosen = ref<readonly string[]>([])
  /** First digit of a ledger item: its kind. */
  const kind = ref<string | null>(null)
  const isAskingEvidence = ref(false)

  const choices = computed((): readonly Choice[] => {
    const { step, interview: now } = interview
    return step === undefined || now === null ? [] : stepChoices(now, step, kind.value)
  })

  watch(
    () => [interview.id, interview.focus] as const,
    () => {
      kind.value = null
      isAskingEvidence.value = false
      typing.begin()
      const value = typing.standing()
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
        const states = stateAnswers(step.ref, state, interview.stateIn)
        if (await interview.give(states.map((each) => asKnown(each, interview.stateIn)))) goOn(step)
        return
      }
      case 'question':
        if (question.value?.data.type.startsWith('select_multiple') === true) toggle(choice.name)
        else {
          chosen.value = [choice.name]
          await giveAndGoOn(step, [answer(step, choice.name)])
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
      return
    }
    if (step.kind !== 'line_item') return
    const items = lineAnswers(step.ref, chosenKind, name)
    if (await interview.give(items.map((each) => asKnown(each, interview.stateIn)))) goOn(step)
  }

  function toggle(name: string): void {
    chosen.value = chosen.value.includes(name)
      ? chosen.value.filter((each) => each !== name)
      : [...chosen.value, name]
  }

  /** How the answer in focus is known: stored, or chosen for the answer still to come; null where it is not told. */
  const evidenceHere = computed((): Evidence | null => {
    const { step, chosenKinds } = interview
    if (step === undefined || question.value === undefined) return null
    if (step.kind !== 'question' && step.kind !== 'line_amount') return null
    return chosenKinds.length > 0
      ? interview.evidenceFor(question.value)
      : (stored(step) ?? interview.evidenceFor(question.value))
  })

  function stored(step: Asking): Evidence | null {
    if (!isAnswered(step)) return null
    if (step.kind === 'line_amount') return evidenceOfAmount(step.ref, interview.stateIn)
    const state = interview.stateIn(step.ref)
    return state.state === 'answered' ? state.answer.evidence : null
  }

  function isAnswered({ kind: stepKind, ref: place }: Asking): boolean {
    const refs = stepKind === 'line_amount' ? [place, { ...place, question: 'quantity' }] : [place]
    return refs.some((each) => {
      const state = interview.stateIn(each)
      return state.state === 'answered' && state.answer.evidence !== 'registry'
    })
  }

  /** A letter adds a kind, the same letter again takes it away; without any the question's own holds. */
  async function evidence(letter: EvidenceKind): Promise<void> {
    const { step } = interview
    if (step === undefined || (step.kind !== 'question' && step.kind !== 'line_amount')) return
    if (question.value?.data.evidence.includes(letter) !== true) return
    const isAsked = isAskingEvidence.value
    const isTyping = isTyped.value && text.value !== '' && text.value !== String(typing.standing() ?? '')
    // Whoever is asked says how it is known in place of the kind that was supposed.
    const before = isAsked || isTyping ? interview.chosenKinds : kindsHere(step)
    interview.chosenKinds = before.includes(letter)
      ? before.filter((each) => each !== letter)
      : kindsOf(evidenceOf([...before, letter]))
    if (step.kind === 'line_amount' && text.value !== '') {
      await next()
      return
    }
    const state = interview.stateIn(step.ref)
    if (state.state !== 'answered' || state.answer.evidence === 'registry') return
    const known = interview.evidenceFor(question.value)
    if (await interview.give([{ ref: step.ref, value: state.answer.value, evidence: known }]))
      if (isAsked) goOn(step)
  }

  function kindsHere(step: Asking): readonly EvidenceKind[] {
    if (interview.chosenKinds.length > 0) return interview.chosenKinds
    const known = stored(step)
    return known === null ? [] : kindsOf(known)
  }

  /** Enter. False when there is nothing behind the last question. */
  async function next(): Promise<boolean> {
    const { step } = interview
    if (step === undefined) return false
    if (typing.isFilled.value && step.kind !== 'add_line') {
      const typed = typing.answers(step)
      if (typed !== null) await giveAndGoOn(step, typed)
      return true
    }
    if (
      step.kind === 'question' &&
      question.value?.data.type.startsWith('select_multiple') === true &&
      chosen.value.length > 0
    ) {
      await giveAndGoOn(step, [answer(step, chosen.value)])
      return true
    }
    return goOn(step)
  }

  async function sign(strokes: Strokes): Promise<void> {
    const { step } = interview
    if (step?.kind === 'question') await giveAndGoOn(step, [answer(step, strokes)])
  }

  function answer({ ref: place }: Asking, value: AnswerValue): NewAnswer {
    const known = question.value === undefined ? 'respondent' : interview.evidenceFor(question.value)
    const given = { ref: place, value, evidence: known }
    return interview.chosenKinds.length > 0 ? given : asKnown(given, interview.stateIn)
  }

  async function giveAndGoOn(step: Asking, answers: readonly NewAnswer[]): Promise<void> {
    const of = question.value
    const written = interview.changes.length
    const isChosen = interview.chosenKinds.length > 0
    if (!(await interview.give(answers))) return
    const isNew = interview.changes.length > written
    if (step.kind === 'question' && isNew && !isChosen && of !== undefined && mustSayHow(of, step.ref))
      isAskingEvidence.value = true
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
    if (of.data.documentExpected === true && interview.chosenKinds.length === 0)
      isAskingEvidence.value = false
    if (behind >= 0) interview.goTo(behind)
  }

  return {
    text, fault, chosen, kind, isAskingEvidence, evidenceHere, isKept, question, isTyped, isNumber, choices,
    digit, evidence, next, settle, sign, fillAll,
  } // prettier-ignore
})

function isSameStep(left: InterviewStep, right: InterviewStep): boolean {
  if (left.kind !== right.kind) return false
  return left.kind === 'add_line' || right.kind === 'add_line' || isSameQuestion(left.ref, right.ref)
}
