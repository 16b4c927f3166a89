import { refOfAnswer } from '../../domain/interview/answerPath'
import { isSameQuestion } from '../../domain/interview/Answers'
import type { InterviewStep } from '../../domain/interview/interviewSteps'
import type { OpenReturn } from '../../domain/interview/returns'

/** Whether a stop of the interview is what the lead's comment is about; all stops of a ledger line are. */
export function isAbout({ path }: Pick<OpenReturn, 'path'>, step: InterviewStep): boolean {
  if (path === null || step.kind === 'add_line') return false
  const ref = refOfAnswer(path)
  return ref.line === undefined ? isSameQuestion(ref, step.ref) : ref.line === step.ref.line
}

/** The next stop behind `from`, from the top again at the end, with a comment that nothing was done about yet; null without one. */
export function nextCommented(
  steps: readonly InterviewStep[],
  from: number,
  returns: readonly OpenReturn[],
): number | null {
  const open = returns.filter(({ isCorrected }) => !isCorrected)
  const order = steps.map((_, offset) => (from + 1 + offset) % steps.length)
  const isOpen = (index: number): boolean => {
    const step = steps[index]
    return step !== undefined && isFirstStop(step) && open.some((each) => isAbout(each, step))
  }
  return order.find(isOpen) ?? null
}

/** A ledger line is gone to where its amount is asked. */
function isFirstStop({ kind }: InterviewStep): boolean {
  return kind === 'question' || kind === 'line_amount'
}
