import { amount } from '../roster/values/amount'
import { calendarDate, isoDate } from '../roster/values/calendarDate'
import type { Question } from '../instrument/loadInstrument'
import type { AnswerValue } from './Answers'
import { checkAnswer, tidyAnswer } from './checkAnswer'
import type { Interview } from './Interview'

/** What was typed for a question: its value, or what is wrong with it. */
export type Typed =
  | { readonly value: AnswerValue; readonly fault: null }
  | { readonly fault: 'numberPlain' | 'dateWrong' | 'idWrong' | 'outOfRange' }

/**
 * Reads what was typed for a question of number, date or text. Dates and amounts of yuan in every form that the importer
 * reads: `2012.3.1`, `20120301`, `1.2万`; of a date the day must be there, since it is known from nowhere else.
 */
export function parseTyped(interview: Interview, question: Question, text: string): Typed {
  const { type } = question.data
  const value = typedValue(question, text)
  const fault = checkAnswer(question, value, interview.instrument.names, () => true)
  if (fault === 'answer_id_malformed') return { fault: 'idWrong' }
  if (fault !== null) return { fault: type === 'date' ? 'dateWrong' : 'numberPlain' }
  if (question.constraint === null) return { value, fault: null }
  const { household, repeats } = interview
  const frame = { household: household.values, own: [], repeats, self: value }
  return question.constraint(frame) === true ? { value, fault: null } : { fault: 'outOfRange' }
}

/** An amount of yuan as a list writes it; null where it is none. */
export function typedYuan(text: string): number | null {
  return amount(text.trim(), NO_WORDS).value
}

function typedValue(question: Question, text: string): string | number {
  switch (question.data.type) {
    case 'integer': {
      const plain = text.normalize('NFKC').trim()
      return /^\d+$/.test(plain) ? Number(plain) : Number.NaN
    }
    case 'decimal':
      return typedYuan(text) ?? Number.NaN
    case 'date': {
      const date = calendarDate(text.trim(), NO_WORDS).value
      return date === null || date.month === null || date.day === null ? '' : isoDate(date)
    }
    default:
      return tidyAnswer(question, text.trim()) as string
  }
}

/** Words that stand for nothing on a list; an empty answer is left out instead. */
const NO_WORDS: ReadonlySet<string> = new Set()
