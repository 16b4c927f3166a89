import type { ChangeDraft } from '../../domain/changes/ChangeDraft'
import { anyonesFact, draftFact } from './Fact'
import { text } from './factValues'

/** The facts of a person: the name on the list, which identifies them. */
export const PERSON_FACTS = { name: anyonesFact('name', text) }

/** Puts a person on the project's list. */
export function draftPersonFact(
  name: string,
  author: Pick<ChangeDraft, 'person' | 'at' | 'reason'>,
): ChangeDraft {
  return { entity: 'person', entityId: name, ...draftFact(PERSON_FACTS.name, [], name), ...author }
}
