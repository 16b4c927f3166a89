import { isWordless } from '../../domain/instrument/Instrument'
import type { AnswerValue, QuestionRef } from '../../domain/interview/Answers'
import type { HouseholdAssessment } from '../assess/assessHousehold'
import { makeNameOf } from '../workbook/WorkbookInput'
import { answerText } from './describeBecause'
import type { Texts } from './Texts'

/** An answer as people read it: labels of choices, members by name, a picture or recording as such. */
export function shownAnswer(
  value: AnswerValue,
  { question }: QuestionRef,
  assessment: Pick<HouseholdAssessment, 'interview' | 'labels'>,
  texts: Texts,
): string {
  const { instrument } = assessment.interview
  const type = instrument.questions.get(question)?.data.type ?? 'text'
  if (isWordless(type)) return texts.term('history', type)
  if (type !== 'select_one_member' && type !== 'select_multiple_members')
    return answerText(value, question, instrument, texts)
  const nameOf = makeNameOf(assessment, texts)
  const members = Array.isArray(value) ? value.map(String) : [String(value)]
  return members.map((member) => nameOf({ member }) ?? member).join('、')
}
