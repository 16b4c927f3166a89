import type { QuestionData } from '../../../../domain/instrument/Instrument'
import type { Instrument } from '../../../../domain/instrument/loadInstrument'
import { bareWord } from '../../../workbook/review/decisionWords'
import { LANGUAGES } from '../../../texts/Texts'
import { proposable } from '../proposalSheet'

/** Finds a question by what it is called in any language or by its name; undefined where none or more than one is called so. */
export function questionNames(instrument: Instrument): (text: string) => QuestionData | undefined {
  const known = new Map<string, QuestionData | undefined>()
  for (const question of proposable(instrument))
    for (const word of new Set(
      [question.name, ...LANGUAGES.map((each) => question.label[each])].map(bareWord),
    ))
      known.set(word, known.has(word) ? undefined : question)
  return (text) => known.get(bareWord(text))
}
