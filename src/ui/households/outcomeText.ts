import { answerText } from '../../application/texts/describeBecause'
import type { Texts } from '../../application/texts/Texts'
import type { Instrument } from '../../domain/instrument/loadInstrument'

const OUTCOME = 'visit_outcome'

/** The outcomes a visit can have, in the form's order. */
export function outcomeNames(instrument: Instrument): readonly string[] {
  const list = instrument.questions.get(OUTCOME)?.data.choices
  return (instrument.data.choices[list ?? ''] ?? []).map(({ name }) => name)
}

/** What the form calls an outcome. */
export function outcomeText(outcome: string, instrument: Instrument, texts: Texts): string {
  return answerText(outcome, OUTCOME, instrument, texts)
}
