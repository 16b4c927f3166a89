import type { Change, ChangeId } from './Change'
import { groupBy } from '../shared/groupBy'
import { headsOf } from './foldChanges'

/**
 * The heads of a set of changes of any number of entities, as one text. The hash of this text
 * identifies what a household's cached summary was computed from: ids stand for content, so equal texts mean equal states.
 */
export function headsText(changes: readonly Change[]): string {
  const byPath = groupBy(changes, ({ entity, entityId, path }) => JSON.stringify([entity, entityId, path]))
  const ids = new Set<ChangeId>()
  for (const ofPath of byPath.values()) for (const head of headsOf(ofPath)) ids.add(head.id)
  return [...ids].sort().join('\n')
}
