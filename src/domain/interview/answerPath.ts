import { elementOfPath } from '../changes/elements'
import type { QuestionRef } from './Answers'

/** Path of the changes that answer a question. */
export function pathOfAnswer({ question, member, line }: QuestionRef): string {
  if (member !== undefined) return `members/${member}/${question}`
  return line === undefined ? question : `lines/${line}/${question}`
}

/** The question that a path answers; of a whole element, `question` is its path. */
export function refOfAnswer(path: string): QuestionRef {
  const element = elementOfPath(path)
  if (element === undefined) return { question: path }
  const question = element.rest === '' ? path : element.rest
  return element.list === 'lines' ? { question, line: element.id } : { question, member: element.id }
}
