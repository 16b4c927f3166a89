import { computed, shallowRef, type Ref } from 'vue'
import { isSameQuestion, type QuestionRef } from '../../../domain/interview/Answers'
import type { InterviewStep } from '../../../domain/interview/interviewSteps'
import { isSameStep, lineOfStop } from '../../../domain/interview/nextStop'

interface Place {
  readonly step: InterviewStep | undefined
  /** Where it was when one came there. */
  readonly index: number
}

/** The stop in focus; it stays in focus when stops before it come or go. */
export function interviewPlace(steps: Readonly<Ref<readonly InterviewStep[]>>) {
  const at = shallowRef<Place>({ step: undefined, index: 0 })
  const focus = computed(() => {
    const index = indexOfStep(at.value.step)
    if (index >= 0) return index
    // A line that was taken away leaves one at the ledger's end, where the next one is written.
    const isOfLine = lineOfStop(at.value.step) !== undefined
    const ledgerEnd = isOfLine ? steps.value.findIndex(({ kind }) => kind === 'add_line') : -1
    return ledgerEnd >= 0 ? ledgerEnd : clamp(at.value.index, steps.value)
  })
  const step = computed(() => steps.value[focus.value])
  /** Names the stop: another text, another stop. */
  const place = computed(() => JSON.stringify(step.value ?? null))

  function move(index: number): void {
    const inside = clamp(index, steps.value)
    at.value = { step: steps.value[inside], index: inside }
  }

  /** -1 for a stop that the way has no more. */
  function indexOfStep(wanted: InterviewStep | undefined): number {
    return wanted === undefined ? -1 : steps.value.findIndex((each) => isSameStep(each, wanted))
  }

  /** Where the way stops at a question; -1 when it is not asked. */
  function indexOf(ref: QuestionRef): number {
    return steps.value.findIndex((each) => each.kind !== 'add_line' && isSameQuestion(each.ref, ref))
  }

  return { focus, step, place, move, indexOf, indexOfStep }
}

function clamp(index: number, steps: readonly InterviewStep[]): number {
  return Math.max(0, Math.min(index, steps.length - 1))
}
