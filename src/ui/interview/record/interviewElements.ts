import type { Ref } from 'vue'
import type { ElementList } from '../../../domain/changes/elements'
import type { InterviewStep } from '../../../domain/interview/interviewSteps'
import type { InterviewRecord } from '../../../domain/interview/readInterview'
import type { NewAnswer } from '../../../application/interview/recordAnswers'
import type { VerificationBase } from '../../../application/rounds/verificationBase'
import type { interviewWrites } from './interviewWrites'
import type { thingsDone } from './thingsDone'

interface OpenInterview {
  readonly record: Readonly<Ref<InterviewRecord>>
  readonly verification: Readonly<Ref<VerificationBase | null>>
  readonly step: Readonly<Ref<InterviewStep | undefined>>
  readonly writes: ReturnType<typeof interviewWrites>
  readonly done: ReturnType<typeof thingsDone>
  goBack(left: InterviewStep | undefined): true
  mayChange(): boolean
}

/** Ledger lines and members that the interview itself has: made and taken away, either of which can be undone. */
export function interviewElements({
  record,
  verification,
  step,
  writes,
  done,
  goBack,
  mayChange,
}: OpenInterview) {
  function addLine(answers: readonly NewAnswer[]): Promise<boolean> {
    return add(
      'lines',
      freeLabel((nth) => String(nth)),
      answers,
    )
  }

  function addMember(): Promise<boolean> {
    const isNew: NewAnswer = { ref: { question: 'member_status' }, value: 'new', evidence: 'respondent' }
    return add(
      'members',
      freeLabel((nth) => `new-${nth}`),
      [isNew],
    )
  }

  /** A label that no element has or ever had, in this round or before it: labels distinguish people and lines in files. */
  function freeLabel(labelOf: (nth: number) => string): string {
    const taken = new Set([
      ...record.value.answers.labels.values(),
      ...(verification.value?.answers.labels.values() ?? []),
    ])
    let nth = 1
    while (taken.has(labelOf(nth))) nth++
    return labelOf(nth)
  }

  async function add(list: ElementList, label: string, answers: readonly NewAnswer[]): Promise<boolean> {
    if (!mayChange()) return false
    const from = step.value
    const made = await writes.add(list, label, answers)
    if (made !== null) done.note({ undo: async () => (await writes.remove(list, made)) && goBack(from) })
    return made !== null
  }

  async function remove(list: ElementList, element: string): Promise<boolean> {
    const from = step.value
    const label = record.value.answers.labels.get(element)
    if (label === undefined || !mayChange() || !(await writes.remove(list, element))) return false
    done.note({
      undo: async () => (await writes.restore(list, element, label)) && goBack(from),
      ...(list === 'lines' && { removedLine: label }),
    })
    return true
  }

  return { addLine, addMember, remove }
}
