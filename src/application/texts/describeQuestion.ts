import type { QuestionRef } from '../../domain/interview/Answers'
import type { Interview } from '../../domain/interview/Interview'
import { makeNameOf } from '../workbook/WorkbookInput'
import { bracketed } from './bracketed'
import { answerText } from './describeBecause'
import type { Texts } from './Texts'

/** A question of an interview as people look for it: `参保情况（李小梅）`; a ledger line by its item and number. */
export function describeQuestion(
  ref: QuestionRef,
  interview: Interview,
  labels: ReadonlyMap<string, string>,
  texts: Texts,
): string {
  const { instrument } = interview
  const line = interview.lines.find(({ id }) => id === ref.line)
  const { ledger } = instrument.roles
  const item = ledger && line?.values[instrument.names.slotOf(ledger.item)]
  const label =
    typeof item === 'string'
      ? answerText(item, ledger?.item ?? '', instrument, texts)
      : (instrument.questions.get(ref.question)?.data.label[texts.language] ?? ref.question)
  const who = makeNameOf({ interview, labels }, texts)(ref)
  return who === null ? label : label + bracketed(who, texts)
}
