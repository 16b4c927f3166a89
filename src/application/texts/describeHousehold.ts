import { isMadeKey } from '../../domain/roster/isMadeKey'
import type { RosterHousehold } from '../../domain/roster/Roster'
import type { Texts } from './Texts'
import { bracketed } from './bracketed'

/**
 * A household's number as people know it. One whose list has no numbers is told by village, head and the last digits of the head's
 * ID number: its key is for programs, and means nothing to anybody.
 */
export function describeHousehold(
  { id, village, headName, members }: Pick<RosterHousehold, 'id' | 'village' | 'headName' | 'members'>,
  texts: Texts,
): string {
  if (!isMadeKey(id)) return id
  const head = members.find(({ relation }) => relation === 'head')
  const known = [village, headName, head?.idNumber?.slice(-4)].filter((each) => (each ?? '') !== '')
  return texts.term('marks', 'noNumber') + (known.length === 0 ? '' : bracketed(known.join(' '), texts))
}

/** A household's number where its name and village stand beside it; words for none. */
export function householdNumber(id: string, texts: Texts): string {
  return isMadeKey(id) ? texts.term('marks', 'noNumber') : id
}
