import { pathOfAnswer } from '../../domain/interview/answerPath'
import { stateOf, type Instance } from '../../domain/interview/Interview'
import { refTo } from '../../domain/interview/unansweredQuestions'
import type { HouseholdAssessment } from '../assess/assessHousehold'
import type { Cell, CellType } from '../tables/TableSpec'
import type { Texts, TermOf } from '../texts/Texts'

/** What stands in a cell in place of a value, by why there is none. An empty cell has nothing to say. */
export type Writing = TermOf<'writings'>

/** Why a question has no answer that counts; null where it has one. */
export function writingOf(
  { interview, conflicts }: Pick<HouseholdAssessment, 'interview' | 'conflicts'>,
  instance: Instance,
  question: string,
): Writing | null {
  const state = stateOf(interview, instance, question)
  switch (state.state) {
    case 'answered':
      return state.answer.evidence === 'registry' ? 'unanswered' : null
    case 'not_applicable':
      return 'not_applicable'
    case 'unanswered': {
      const path = pathOfAnswer(refTo(question, instance))
      return conflicts.some((ref) => pathOfAnswer(ref) === path) ? 'conflict' : 'unanswered'
    }
  }
}

/** The same as a cell of a column of any type. */
export function written(writing: Writing, type: CellType, texts: Texts): Cell {
  const value = texts.term('writings', writing)
  return type === 'text' ? value : { value, type: 'text' }
}
