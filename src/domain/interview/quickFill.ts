import type { GroupData, QuestionType } from '../instrument/Instrument'
import type { AnswerValue, QuestionRef } from './Answers'
import type { Interview } from './Interview'

export interface QuickAnswer {
  readonly ref: QuestionRef
  readonly value: AnswerValue
}

/**
 * The answers that one key gives in a group by member ('everyone has resident insurance'): for one question, to every
 * member it applies to and who has none yet. Exceptions are then changed one by one.
 */
export function quickFill(interview: Interview, group: GroupData, question: string): readonly QuickAnswer[] {
  const data = group.questions.find(({ name }) => name === question)
  if (group.scope !== interview.instrument.repeats.roster || data?.quickFill === undefined) return []
  const slot = interview.instrument.names.slotOf(question)
  const value = valueOf(data.type, data.quickFill)
  return interview.members
    .filter((member) => member.states[slot]?.state === 'unanswered')
    .map((member) => ({ ref: { question, member: member.id }, value }))
}

function valueOf(type: QuestionType, text: string): AnswerValue {
  switch (type) {
    case 'select_multiple':
    case 'select_multiple_members':
      return [text]
    case 'integer':
    case 'decimal':
      return Number(text)
    default:
      return text
  }
}
