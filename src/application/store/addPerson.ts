import type { Change } from '../../domain/changes/Change'
import type { Result } from '../../domain/shared/Result'
import type { ProjectStore } from './ProjectStore'

export interface NewPerson {
  readonly id: string
  readonly name: string
  /** Who enters the person; the first of a project enters themselves. */
  readonly enteredBy: string
  readonly at: string
}

/** Puts a person on the project's list: from then on changes may name them. */
export function addPerson(store: ProjectStore, person: NewPerson): Promise<Result<readonly Change[]>> {
  const { id, name, enteredBy, at } = person
  return store.write([{ entity: 'person', entityId: id, path: 'name', value: name, person: enteredBy, at }])
}
