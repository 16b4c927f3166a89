import type { Change } from '../changes/Change'
import { foldChanges } from '../changes/foldChanges'
import { groupBy } from '../shared/groupBy'

/**
 * What a set of changes of any entities comes to, as one text: every path with its heads, what they say and how it is known.
 * The same for any order and any repetition of the changes, so that two stores can be compared by its hash.
 */
export function projectionText(changes: readonly Change[]): string {
  const entities = groupBy(changes, ({ entity, entityId }) => `${entity} ${entityId}`)
  const lines = [...entities.keys()].sort().map((key) => {
    const paths = [...foldChanges(entities.get(key) ?? [])].map(([path, { heads, history }]) => [
      path,
      heads.map(({ id, value, evidence }) => [id, value, evidence ?? null]),
      history.length,
    ])
    return JSON.stringify([key, paths])
  })
  return lines.join('\n')
}
