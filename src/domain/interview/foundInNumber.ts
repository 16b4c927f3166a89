import type { QuestionRef } from './Answers'
import { stateOf, type Interview } from './Interview'
import { hasRosterFact } from './unansweredQuestions'

/**
 * What a member's ID number gives for a question that waits for an answer: sex, or date of birth as ISO date. It is shown to be
 * confirmed; no answer until then. Null where the number gives nothing, or is wrong.
 */
export function foundInNumber(interview: Interview, { question, member }: QuestionRef): string | null {
  const instance = interview.members.find(({ id }) => id === member)
  const asked = interview.instrument.questions.get(question)
  if (instance === undefined || asked === undefined) return null
  const { prefill } = asked.data
  if (prefill !== 'birthDate' && prefill !== 'sex') return null
  const isOpen = stateOf(interview, instance, question).state === 'unanswered'
  if (!isOpen || hasRosterFact(interview, instance, asked.data)) return null
  const { fault, birthDate, sex } = instance.facts.ofNumber
  if (fault !== null) return null
  return prefill === 'sex' ? sex : birthDate
}
