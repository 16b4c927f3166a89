import { foldEntities, projectionText } from '../../domain/team/projectionText'
import type { ProjectStore } from '../store/ProjectStore'

/** Households read at a time. */
const HOUSEHOLDS_AT_ONCE = 500

/**
 * One hash for all that a store's changes come to. Stores that took in the same changes have the same, whatever came first; each
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
  return hashOfParts([...parts.keys()].sort(), (part) => parts.get(part) ?? '', hash)
}

/** Stands for the project in the list of households: no household has an empty id. */
export const PROJECT_PART = ''

/** `parts`: the households, and the project under `PROJECT_PART`, in the order of their names; `digestOf`: hash of a part's projection. */
export function hashOfParts(
  parts: readonly string[],
  digestOf: (part: string) => string,
  hash: (text: string) => string,
): string {
  return hash(parts.map((part) => `${part}\t${digestOf(part)}\n`).join(''))
}
