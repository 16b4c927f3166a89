import { ref } from 'vue'
import type { InterviewStep } from '../../../domain/interview/interviewSteps'
import { statesOf } from '../../../domain/interview/stepChoices'
import { useInterview } from '../record/interview'
import { asKnown, lineAnswers, stateAnswers } from './ledgerAnswers'
import type { Asking } from '../step/useTyping'

/** What the digits record of a ledger line: its kind and item, which begin it, and whether the money came. */
export function useLedgerLine(goOn: (step: InterviewStep) => void) {
  const interview = useInterview()
  /** First digit of an item: its kind. */
  const kind = ref<string | null>(null)

  async function chooseItem(step: InterviewStep, name: string): Promise<void> {
    const chosenKind = kind.value
    if (chosenKind === null) {
      kind.value = name
      interview.note({
        isProvisional: true,
        undo() {
          kind.value = null
          return true
        },
      })
      return
    }
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

  async function chooseState(step: Asking, number: number): Promise<void> {
    const state = interview.interview === null ? undefined : statesOf(interview.interview, step)[number - 1]
    if (state === undefined) return
    const states = stateAnswers(step.ref, state, interview.stateIn)
    if (await interview.give(states.map((each) => asKnown(each, interview.stateIn)))) goOn(step)
  }

  return { kind, chooseItem, chooseState }
}
