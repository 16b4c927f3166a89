import type { Ref } from 'vue'
import type { QuestionRef } from '../../domain/interview/Answers'
import type { OpenReturn } from '../../domain/interview/returns'
import { useInterview } from '../stores/interview'
import { isAbout, nextCommented } from './comments'

export type InterviewMode = 'ask' | 'close' | 'read_back' | 'reason'

/** The places of a form that a key or a click goes to. */
export function usePlaces(mode: Ref<InterviewMode>) {
  const interview = useInterview()
  /** Where a note, a photo or a sound was begun: one comes back there. */
  let asideFrom: number | null = null

  /** To a question at the end of the form, and back by Enter. */
  function goAside(question: string): void {
    if (isAt(question)) return
    asideFrom ??= interview.focus
    showQuestion({ question })
  }

  /** Back from there; false for who did not go aside, or has left it. */
  function comeBack(): boolean {
    if (asideFrom === null || interview.step?.group !== 'close') return false
    interview.goTo(asideFrom)
    asideFrom = null
    return true
  }

  function isAt(question: string): boolean {
    return interview.step?.kind === 'question' && interview.step.ref.question === question
  }

  function showQuestion(ref: QuestionRef): void {
    const index = interview.indexOf(ref)
    if (index >= 0) interview.goTo(index)
    if (mode.value === 'close') mode.value = 'ask'
  }

  function groupNames(): readonly string[] {
    return [...new Set(interview.steps.map(({ group }) => group))]
  }

  function showGroup(name: string | undefined): void {
    const index = interview.steps.findIndex(({ group }) => group === name)
    if (index < 0) return
    mode.value = 'ask'
    interview.goTo(index)
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
    const found = order.find((index) => {
      const step = steps[index]
      return step?.kind === 'question' && interview.stateIn(step.ref).state === 'unanswered'
    })
    if (found !== undefined) interview.goTo(found)
  }

  /** The next question that the lead sent the interview back for. */
  function showCommented(): void {
    const { steps, focus, returns } = interview
    const index = nextCommented(steps, focus, returns)
    if (index !== null) interview.goTo(index)
  }

  function showComment(comment: OpenReturn): void {
    const index = interview.steps.findIndex((step) => isAbout(comment, step))
    if (index < 0) return
    mode.value = 'ask'
    interview.goTo(index)
  }

  return {
    goAside, comeBack, isAt, showQuestion, groupNames, showGroup, goToGroup, nextUnanswered, showCommented, showComment,
  } // prettier-ignore
}
