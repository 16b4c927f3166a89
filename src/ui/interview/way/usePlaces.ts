import type { Ref } from 'vue'
import { isSameQuestion, type QuestionRef } from '../../../domain/interview/Answers'
import type { InterviewStep } from '../../../domain/interview/interviewSteps'
import { lineOfStop } from '../../../domain/interview/nextStop'
import type { OpenReturn } from '../../../domain/interview/returns'
import { useInterview } from '../record/interview'
import { isAbout, nextCommented } from '../comments'

export type InterviewMode = 'ask' | 'close' | 'read_back' | 'reason' | 'correct' | 'note'

/** The places of a form that a key or a click goes to. */
export function usePlaces(mode: Ref<InterviewMode>) {
  const interview = useInterview()
  /** Where a note, a photo or a sound was begun: one comes back there. */
  let asideFrom: InterviewStep | null = null

  /** To a question at the end of the form, and back by Enter. */
  function goAside(question: string): void {
    if (isAt(question)) return
    asideFrom ??= interview.step ?? null
    showQuestion({ question })
  }

  /** Back from there; false for who did not go aside, or has left it. */
  function comeBack(): boolean {
    if (asideFrom === null || interview.step?.group !== 'close') return false
    const index = interview.indexOfStep(asideFrom)
    asideFrom = null
    if (index >= 0) interview.goTo(index)
    return index >= 0
  }

  function isAt(question: string): boolean {
    return interview.step?.kind === 'question' && interview.step.ref.question === question
  }

  function showQuestion(ref: QuestionRef): void {
    const index = interview.indexOf(ref)
    if (index >= 0) interview.jump(index)
    if (mode.value === 'close') mode.value = 'ask'
  }

  function groupNames(): readonly string[] {
    return [...new Set(interview.steps.map(({ group }) => group))]
  }

  /** To the first question of a group; in the ledger to a new line, since a line that is there is changed when it is chosen. */
  function showGroup(name: string | undefined): void {
    const index = interview.steps.findIndex((step) => step.group === name && lineOfStop(step) === undefined)
    if (index < 0) return
    mode.value = 'ask'
    interview.jump(index)
  }

  function goToGroup(step: 1 | -1): void {
    const names = groupNames()
    const name = names[names.indexOf(interview.step?.group ?? '') + step]
    if (name !== undefined) showGroup(name)
    else if (step === 1) mode.value = 'close'
  }

  function nextUnanswered(): void {
    const { steps, focus } = interview
    const order = steps.map((_, offset) => (focus + 1 + offset) % steps.length)
    const found = order.find((index) => isOpen(steps[index]))
    if (found !== undefined) interview.jump(found)
  }

  /** Of a ledger line it is its amount or its state that can be open. */
  function isOpen(step: InterviewStep | undefined): boolean {
    if (step === undefined || step.kind === 'add_line' || step.kind === 'line_item') return false
    if (step.kind === 'question') return interview.stateIn(step.ref).state === 'unanswered'
    return interview.unanswered.some((open) => isSameQuestion(open, step.ref))
  }

  /** The ledger line above the one in focus, else the last: changed there, since it was chosen. */
  function showLine(): void {
    const lines = [...new Set(interview.steps.flatMap((step) => lineOfStop(step) ?? []))]
    const here = lines.indexOf(lineOfStop(interview.step) ?? '')
    const line = lines.at(here - 1)
    if (line !== undefined) showQuestion({ question: 'amount_yuan', line })
  }

  /** To the name of the member added last. */
  function showNewMember(): void {
    const member = interview.record.answers.addedMembers.at(-1)
    const index = member === undefined ? -1 : interview.indexOf({ question: 'name', member })
    mode.value = 'ask'
    if (index >= 0) interview.goTo(index)
  }

  /** The next question that the lead sent the interview back for. */
  function showCommented(): void {
    const { steps, focus, returns } = interview
    const index = nextCommented(steps, focus, returns)
    if (index !== null) interview.jump(index)
  }

  function showComment(comment: OpenReturn): void {
    const index = interview.steps.findIndex((step) => isAbout(comment, step))
    if (index < 0) return
    mode.value = 'ask'
    interview.jump(index)
  }

  return {
    goAside, comeBack, isAt, showQuestion, groupNames, showGroup, goToGroup, nextUnanswered, showCommented, showComment,
    showLine, showNewMember,
  } // prettier-ignore
}
