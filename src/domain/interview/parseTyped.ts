import type { Question } from '../instrument/loadInstrument'
import type { AnswerValue } from './Answers'
import { checkAnswer, tidyAnswer } from './checkAnswer'
import type { Interview } from './Interview'

/** What was typed for a question: its value, or what is wrong with it. */
export type Typed =
  | { readonly value: AnswerValue; readonly fault: null }
  | { readonly fault: 'numberPlain' | 'dateWrong' | 'idWrong' | 'outOfRange' }

/** Reads what was typed for a question of number, date or text; full-width digits too. */
export function parseTyped(interview: Interview, question: Question, text: string): Typed {
  const { type } = question.data
  const plain = text.normalize('NFKC').trim()
  const isNumber = type === 'integer' || type === 'decimal'
  const value = isNumber
    ? /^\d+(\.\d+)?$/.test(plain)
      ? Number(plain)
      : Number.NaN
    : type === 'date'
      ? plain
      : (tidyAnswer(question, text.trim()) as string)
  const fault = checkAnswer(question, value, interview.instrument.names, () => true)
  if (fault === 'answer_id_malformed') return { fault: 'idWrong' }
  if (fault !== null) return { fault: type === 'date' ? 'dateWrong' : 'numberPlain' }
  if (question.constraint === null) return { value, fault: null }
  const { household, members, lines } = interview
  const frame = { household: household.values, own: [], member: members, line: lines, self: value }
  return question.constraint(frame) === true ? { value, fault: null } : { fault: 'outOfRange' }
}
