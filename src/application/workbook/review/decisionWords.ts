import {
  DETERMINATIONS,
  type Determination,
} from '../../../domain/programmes/assessment/determination/Determination'
import type { Texts } from '../../texts/Texts'

/** Which decision a word means. */
export type DecisionWords = (word: string) => Determination | undefined

/** The decisions by their words in each of these languages, and by their codes; blanks and capitals do not matter. */
export function decisionWords(languages: readonly Texts[]): DecisionWords {
  const words = new Map(
    DETERMINATIONS.flatMap((determination) => [
      [bareWord(determination), determination] as const,
      ...languages.map(
        (texts) => [bareWord(texts.term('determinations', determination)), determination] as const,
      ),
    ]),
  )
  return (word) => words.get(bareWord(word))
}

/** A word without what does not matter to its meaning. */
export function bareWord(word: string): string {
  return word.normalize('NFKC').replace(/\s+/g, '').toLowerCase()
}
