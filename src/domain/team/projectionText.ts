import type { Change } from '../changes/Change'
import { foldChanges, type EntityState } from '../changes/foldChanges'
import { groupBy } from '../shared/groupBy'

/** An entity with the state of its changes. */
export interface FoldedEntity {
  readonly entity: Change['entity']
  readonly entityId: string
  readonly state: EntityState
}

/** The entities of the changes, folded, in the order of their names: the same for any order of the changes. */
export function foldEntities(changes: readonly Change[]): readonly FoldedEntity[] {
  const entities = groupBy(changes, ({ entity, entityId }) => `${entity} ${entityId}`)
  return [...entities.keys()].sort().map((key) => {
    const own = entities.get(key) ?? []
    const [{ entity, entityId }] = own as [Change]
    return { entity, entityId, state: foldChanges(own) }
  })
}

/**
 * The state of a set of changes, as one text: every path of every entity with its heads, their values and their evidence.
 * The same for any order and any repetition of the changes, so that two stores can be compared by its hash.
 */
export function projectionText(entities: readonly FoldedEntity[]): string {
  const lines = entities.map(({ entity, entityId, state }) => {
    const paths = [...state].map(([path, { heads, history }]) => [
      path,
      heads.map(({ id, value, evidence }) => [id, value, evidence ?? null]),
      history.length,
    ])
    return JSON.stringify([entity, entityId, paths])
  })
  return lines.join('\n')
}
