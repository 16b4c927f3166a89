import type { Instrument } from '../../domain/instrument/loadInstrument'
import type { Language } from './Texts'

/** A chosen answer as it is said to a farmer; the official term where that is said too. */
export function spokenChoice(
  choice: string,
  question: string,
  instrument: Instrument,
  language: Language,
): string {
  const list = instrument.data.choices[instrument.questions.get(question)?.data.choices ?? '']
  const found = list?.find(({ name }) => name === choice)
  return (found?.plain ?? found?.label)?.[language] ?? choice
}
