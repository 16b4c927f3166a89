import type { Conclusion } from '../../domain/programmes/assessment/conclusion/Conclusion'
import type {
  HouseholdDeterminations,
  Standing,
} from '../../domain/programmes/assessment/determination/Determination'
import type { Texts } from './Texts'

/**
 * What the rules concluded, with what people decided of it since: 'Suspected wrong exit, decided as exit confirmed'. The
 * conclusion itself stays as it was found.
 */
export function describeConclusion(
  conclusion: Conclusion,
  determinations: HouseholdDeterminations | undefined,
  texts: Texts,
): string {
  const found = texts.term('conclusions', conclusion)
  if (determinations === undefined) return found
  const { suspicion, inclusion } = determinations
  const comma = texts.term('standings', 'comma')
  return [found, ...standingWords(suspicion, texts), ...standingWords(inclusion, texts)].join(comma)
}

function standingWords(standing: Standing, texts: Texts): readonly string[] {
  switch (standing.state) {
    case 'none':
      return []
    case 'contested':
    case 'taken_back':
      return [texts.term('standings', standing.state)]
    case 'final':
    case 'unconfirmed': {
      const { determination } = standing.decision
      if (determination === null) return []
      const words = texts.term('determinations', determination)
      return [texts.term('standings', standing.state).replace('{determination}', words)]
    }
  }
}
