import type { ChoiceData } from '../../../domain/instrument/Instrument'
import type { Question } from '../../../domain/instrument/loadInstrument'
import type { Interview } from '../../../domain/interview/Interview'
import { groupBy } from '../../../domain/shared/groupBy'
import type { Texts } from '../../texts/Texts'
import { conditionWords } from './conditionWords'

/** The choices of a question that are offered together, numbered as their keys are: `1 工资 [wage]`. */
interface ChoiceGroup {
  /** When they are offered; null: always. */
  readonly condition: string | null
  readonly words: readonly string[]
}

export function choiceGroups({ data }: Question, interview: Interview, texts: Texts): readonly ChoiceGroup[] {
  const choices = interview.instrument.data.choices[data.choices ?? ''] ?? []
  return [...groupBy(choices, ({ relevant }) => relevant ?? null)].map(([relevant, own]) => ({
    condition: relevant === null ? null : conditionWords(relevant, interview, texts),
    words: own.map((choice, at) => choiceWords(choice, at + 1, texts)),
  }))
}

function choiceWords({ name, label }: ChoiceData, number: number, { language }: Texts): string {
  return `${number} ${label[language]} [${name}]`
}
