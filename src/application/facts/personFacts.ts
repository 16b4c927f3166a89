import type { ChangeDraft } from '../../domain/changes/ChangeDraft'
import { anyonesFact, sayFact } from './Fact'
import { text } from './factValues'

/** The facts of a person: the name on the list, which identifies them. */
export const PERSON_FACTS = { name: anyonesFact('name', text) }

/** Puts a person on the project's list. */
export function sayOfPerson(
  name: string,
  author: Pick<ChangeDraft, 'person' | 'at' | 'reason'>,
): ChangeDraft {
  return { entity: 'person', entityId: name, ...sayFact(PERSON_FACTS.name, [], name), ...author }
}
