import { defineStore } from 'pinia'
import { computed, ref, watch } from 'vue'
import type { AnswerValue } from '../../../domain/interview/Answers'
import type { Choice } from '../../../domain/interview/choicesFor'
import type { InterviewStep } from '../../../domain/interview/interviewSteps'
import { nextStop } from '../../../domain/interview/nextStop'
import { stepChoices } from '../../../domain/interview/stepChoices'
import type { EvidenceKind } from '../../../domain/shared/Evidence'
import type { NewAnswer } from '../../../application/interview/recordAnswers'
import { asKnown } from '../ledger/ledgerAnswers'
import { useEvidence } from './useEvidence'
import { useHandMade } from './useHandMade'
import { useLedgerLine } from '../ledger/useLedgerLine'
import { useTyping, type Asking } from './useTyping'
import { useInterview } from '../record/interview'

/** What the hand is doing at the question in focus: digits, letters, typing; each answer is saved as it is given. */
export const useStepInput = defineStore('stepInput', () => {
  const interview = useInterview()
  const typing = useTyping()
  const known = useEvidence()
  const { text, fault, question, isTyped, isNumber, keeping } = typing
  const { evidenceHere } = known
  const hand = useHandMade(typing.standing)
  const { chosen, drawn, isMultiple, toggle, draw } = hand
  const { kind, chooseItem, chooseState } = useLedgerLine(goOn)
  const isAskingEvidence = ref(false)

  const choices = computed((): readonly Choice[] => {
    const { step, interview: now } = interview
    return step === undefined || now === null ? [] : stepChoices(now, step, kind.value)
  })

  watch(() => [interview.id, interview.place] as const, begin, { immediate: true })

  /** What is stored of the question in focus is what is seen of it. */
  function begin(): void {
    kind.value = null
    isAskingEvidence.value = false
    typing.begin()
    hand.begin()
  }

  async function digit(number: number): Promise<void> {
    const { step } = interview
    const choice = choices.value[number - 1]
    if (step === undefined || choice === undefined || !interview.mayChange()) return
    switch (step.kind) {
      case 'add_line':
      case 'line_item':
        return chooseItem(step, choice.name)
      case 'line_state':
        return chooseState(step, number)
      case 'question':
        if (!interview.mayAnswer(step.ref)) return
        if (isMultiple.value) toggle(choice.name)
        else {
          chosen.value = [choice.name]
          await giveAndGoOn(step, [answer(step, choice.name)])
        }
        return
      case 'line_amount':
        return
    }
  }

  /** A letter; of an answer that stands it is stored at once, of one that is being typed it ends an amount. */
  async function evidence(letter: EvidenceKind): Promise<void> {
    if (!interview.mayChange()) return
    const isAsked = isAskingEvidence.value
    const isTyping = isTyped.value && text.value !== '' && text.value !== typing.standingText()
    // Whoever is asked records how it is known in place of the kind that was supposed.
    if (!known.choose(letter, isAsked || isTyping)) return
    const step = known.asking.value
    if (step === null || question.value === undefined) return
    if (step.kind === 'line_amount' && text.value !== '') {
      await next()
      return
    }
    const state = interview.stateIn(step.ref)
    if (state.state !== 'answered' || !known.isConfirmed(step.ref)) return
    const answers = [
      { ref: step.ref, value: state.answer.value, evidence: interview.evidenceFor(question.value) },
    ]
    if ((await interview.give(answers)) && isAsked) goOn(step)
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
    const made = hand.made()
    if (step.kind === 'question' && made !== null) {
      await giveAndGoOn(step, [answer(step, made)])
      return true
    }
    // Of a choice that the ID number gives, Enter confirms it.
    if (step.kind === 'question' && typing.found.value !== null && !isTyped.value) {
      await giveAndGoOn(step, [answer(step, typing.found.value)])
      return true
    }
    return pass()
  }

  /** What the ID number gives for the choice in focus, in words. */
  const foundChoice = computed(() => {
    const { found } = typing
    return isTyped.value ? null : (choices.value.find(({ name }) => name === found.value)?.label ?? null)
  })

  /** Before the question is left by another way than Enter: what Enter would give. */
  async function settle(): Promise<void> {
    await typing.settle()
    const { step } = interview
    const made = hand.made()
    if (step?.kind === 'question' && made !== null) await interview.give([answer(step, made)])
  }

  function answer({ ref: place }: Asking, value: AnswerValue): NewAnswer {
    const evidence = question.value === undefined ? 'respondent' : interview.evidenceFor(question.value)
    const given = { ref: place, value, evidence }
    return interview.chosenKinds.length > 0 ? given : asKnown(given, interview.stateIn)
  }

  async function giveAndGoOn(step: Asking, answers: readonly NewAnswer[]): Promise<void> {
    const of = question.value
    const written = interview.changes.length
    const isChosen = interview.chosenKinds.length > 0
    if (!(await interview.give(answers))) return
    const isNew = interview.changes.length > written
    if (step.kind === 'question' && isNew && !isChosen && of !== undefined && known.mustSayHow(of, step.ref))
      isAskingEvidence.value = true
    else goOn(step)
  }

  /** To the stop behind one that was answered, wherever the answer has put it. */
  function goOn(step: InterviewStep): void {
    isAskingEvidence.value = false
    const here = interview.indexOfStep(step)
    const target = nextStop(interview.steps, here < 0 ? interview.focus : here, 1)
    if (target !== null) interview.goTo(target)
  }

  /** To the stop behind or before, with nothing recorded; false where there is none. */
  function pass(by: 1 | -1 = 1): boolean {
    const target = nextStop(interview.steps, interview.focus, by)
    if (target !== null) interview.jump(target)
    return target !== null
  }

  /** Backspace: the last thing done, and the question as it stands then. */
  async function undo(): Promise<void> {
    const isOfHand = interview.lastDone?.isProvisional === true
    await interview.undo()
    if (!isOfHand) begin()
  }

  /** One key for everybody, then on to the next question. */
  async function fillAll(): Promise<void> {
    const { step } = interview
    if (step?.kind !== 'question' || question.value?.data.quickFill === undefined) return
    const { name } = question.value.data
    await interview.fillAll(question.value)
    const behind = interview.steps.findIndex(
      (each, index) =>
        index > interview.focus &&
        (each.kind === 'add_line' || (each.kind === 'question' && each.ref.question !== name)),
    )
    isAskingEvidence.value = false
    if (behind >= 0) interview.goTo(behind)
  }

  return {
    text, fault, chosen, drawn, kind, isAskingEvidence, evidenceHere, keeping, foundChoice, question, isTyped, isNumber, choices,
    digit, evidence, next, pass, settle, draw, undo, fillAll,
  } // prettier-ignore
})
