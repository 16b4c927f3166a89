import type { Change } from '../../domain/changes/Change'
import { isSameName } from '../../domain/shared/isSameName'
import { refusal, success, type Result } from '../../domain/shared/Result'
import { draftPersonFact } from '../facts/personFacts'
import type { ProjectStore } from './ProjectStore'

export interface NewPerson {
  readonly id: string
  readonly name: string
  /** Who enters the person; the first of a project enters themselves. */
  readonly enteredBy: string
  readonly at: string
}

/**
 * Puts a person on the project's list: from then on changes may name them. Nothing is written of whoever is there. Refused:
 * `person_name_empty`, `person_listed_otherwise` (the same name, written otherwise).
 */
export async function addPerson(
  store: ProjectStore,
  { id, name, enteredBy, at }: NewPerson,
): Promise<Result<readonly Change[]>> {
  if (name.trim() === '') return refusal('person_name_empty')
  const listed = await listedPeople(store)
  if (listed.includes(id)) return success([])
  const alike = listed.find((each) => isSameName(each, name))
  if (alike !== undefined) return refusal('person_listed_otherwise', name, { listed: alike })
  return store.write([draftPersonFact(id, { person: enteredBy, at })])
}

/** Everybody on the project's list. */
export async function listedPeople(store: ProjectStore): Promise<readonly string[]> {
  const changes = await store.changesOfProject()
  return [...new Set(changes.flatMap(({ entity, entityId }) => (entity === 'person' ? [entityId] : [])))]
}
