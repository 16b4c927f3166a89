import { isSameQuestion } from './Answers'
import type { InterviewStep } from './interviewSteps'

export function isSameStep(left: InterviewStep, right: InterviewStep): boolean {
  if (left.kind !== right.kind) return false
  return left.kind === 'add_line' || right.kind === 'add_line' || isSameQuestion(left.ref, right.ref)
}

/** The ledger line that a stop is one of three of; undefined for any other stop. */
export function lineOfStop(step: InterviewStep | undefined): string | undefined {
  return step === undefined || step.kind === 'add_line' ? undefined : step.ref.line
}

/**
 * The stop behind another, or before it with `by` -1; null where there is none. A line of the ledger is no stop for whoever comes
 * by, only for who is at it: lines are changed when they are chosen, and an income mentioned in passing begins a new one.
 */
export function nextStop(steps: readonly InterviewStep[], from: number, by: 1 | -1): number | null {
  const chosen = lineOfStop(steps[from])
  for (let index = from + by; index >= 0 && index < steps.length; index += by) {
    const line = lineOfStop(steps[index])
    if (line === undefined || line === chosen) return index
  }
  return null
}
