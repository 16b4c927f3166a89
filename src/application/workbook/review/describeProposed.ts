import type { Instrument } from '../../../domain/instrument/loadInstrument'
import { refOfAnswer } from '../../../domain/interview/answerPath'
import { bracketed } from '../../texts/bracketed'
import type { Texts } from '../../texts/Texts'
import type { ReviewQuestion } from './TakenReview'

/**
 * What a proposal is about, as people look for it: `参保情况（李小梅）`. Without a name known, the id of the person or line; of a
 * question that the form does not have, `otherwise`.
 */
export function describeProposed(
  { path, member }: Pick<ReviewQuestion, 'path' | 'member'>,
  { questions }: Pick<Instrument, 'questions'>,
  texts: Texts,
  otherwise = path,
): string {
  const ref = refOfAnswer(path)
  const label = questions.get(ref.question)?.data.label[texts.language]
  const whose = member ?? ref.member ?? ref.line
  if (label === undefined) return otherwise
  return whose === undefined ? label : label + bracketed(whose, texts)
}
