import type { Decision } from '../../domain/programmes/assessment/determination/Determination'
import { bracketed } from './bracketed'
import type { Texts } from './Texts'

/**
 * How the second person was known to be the one; where nobody's confirmation counts, whose does not. Null where nobody confirmed,
 * or how was not recorded.
 */
export function describeConfirmation(
  { confirmedBy, confirmedHow, uncounted }: Decision,
  texts: Texts,
): string | null {
  if (confirmedHow !== null) return texts.term('secondPersonWays', confirmedHow)
  if (confirmedBy !== null || uncounted.length === 0) return null
  return texts.term('secondPersonWays', 'not_counted') + bracketed(uncounted.join('、'), texts)
}
