import type { QuestionRef } from './Answers'
import type { QuestionData } from '../instrument/Instrument'
import { instancesOf, type Instance, type Interview } from './Interview'

/**
 * Questions that apply and wait for an answer, in the form's order. Optional ones are left out, and so are roster facts
 * of a member that stand until somebody changes them.
 */
export function unansweredQuestions(interview: Interview): readonly QuestionRef[] {
  const missing: QuestionRef[] = []
  for (const group of interview.instrument.data.groups) {
    for (const instance of instancesOf(interview, group.scope)) {
      for (const question of group.questions) {
        const slot = interview.instrument.names.slotOf(question.name)
        if (question.optional === true || instance.states[slot]?.state !== 'unanswered') continue
        if (hasRosterFact(interview, instance, question)) continue
        if (isCalculated(interview, instance, question)) continue
        missing.push(refTo(question.name, instance))
      }
    }
  }
  return missing
}

/** Names a question in the instance it belongs to. */
export function refTo(question: string, instance: Instance): QuestionRef {
  switch (instance.list) {
    case null:
      return { question }
    case 'members':
      return { question, member: instance.id }
    case 'lines':
      return { question, line: instance.id }
  }
}

/** Whether the roster knows what a question about a member asks. */
export function hasRosterFact(interview: Interview, instance: Instance, { prefill }: QuestionData): boolean {
  if (prefill === undefined) return false
  const person = interview.roster.members.find(({ id }) => id === instance.id)
  const fact = person?.[prefill as keyof typeof person]
  return fact !== undefined && fact !== null
}

function isCalculated(interview: Interview, instance: Instance, { calculatedBy }: QuestionData): boolean {
  if (calculatedBy === undefined) return false
  return instance.values[interview.instrument.names.slotOf(calculatedBy)] !== undefined
}
