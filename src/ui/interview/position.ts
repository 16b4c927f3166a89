import type { InterviewStep } from '../../domain/interview/interviewSteps'

const KEY = 'yihu.position'

/** Where each interview was left, on this device: a hash of the interview, and a place in the form. */
export function usePosition() {
  return {
    remember(interview: string, step: InterviewStep): void {
      localStorage.setItem(`${KEY}.${interview}`, placeOf(step))
    },
    /** Index of the step where the interview was left; 0 for a new one. */
    recall(interview: string, steps: readonly InterviewStep[]): number {
      const place = localStorage.getItem(`${KEY}.${interview}`)
      return Math.max(
        0,
        steps.findIndex((step) => placeOf(step) === place),
      )
    },
  }
}

/** Question and the ordinal-free part of its place: no name and no number of a person is kept. */
function placeOf(step: InterviewStep): string {
  if (step.kind === 'add_line') return step.kind
  const { question, member, line } = step.ref
  return [step.kind, question, member === undefined ? '' : member.slice(-2), line ?? ''].join(' ')
}
