import { foldEntities, projectionText } from '../../../domain/team/projectionText'
import type { ProjectStore } from '../../store/ProjectStore'

/** Households read at a time. */
const HOUSEHOLDS_AT_ONCE = 500

/**
 * One hash of the state of a store's changes. Stores with the same changes have the same hash, in whatever order they came; each
 * household's projection is hashed, then the list of them: a store may keep the parts.
 */
export async function stateHash(store: ProjectStore, hash: (text: string) => string): Promise<string> {
  const parts = new Map([[PROJECT_PART, hash(projectionText(foldEntities(await store.changesOfProject())))]])
  const households = await store.householdsWithChanges()
  for (let at = 0; at < households.length; at += HOUSEHOLDS_AT_ONCE) {
    const part = households.slice(at, at + HOUSEHOLDS_AT_ONCE)
    for (const [household, changes] of await store.changesOfHouseholds(part))
      parts.set(household, hash(projectionText(foldEntities(changes))))
  }
  const lines = [...parts].sort(([left], [right]) => (left < right ? -1 : 1))
  return hash(lines.map(([part, digest]) => partLine(part, digest)).join(''))
}

/** Stands for the project in the list of households: no household has an empty id. */
export const PROJECT_PART = ''

/** A household, or the project, in the text that the state's hash is of: sorted by their names, each with the hash of its projection. */
export function partLine(part: string, digest: string): string {
  return `${part}\t${digest}\n`
}
