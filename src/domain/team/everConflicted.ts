import type { Change, ChangeId } from '../changes/Change'
import { differ, foldChanges } from '../changes/foldChanges'
import { groupBy } from '../shared/groupBy'
import { canConflict } from './conflictsIn'

/** One path of a household, its visits or interviews. */
export type ContestedPlace = Pick<Change, 'entity' | 'entityId' | 'path'>

/**
 * Where people who had not seen each other's word ever said different things, settled since or not: such a record stays marked. By
 * entity, then path; the same whatever came in first, since only who knew of what is looked at, and no time of merging.
 */
export function everConflictedIn(changes: readonly Change[]): readonly ContestedPlace[] {
  const byPath = groupBy(changes, ({ entity, entityId, path }) => `${entity} ${entityId}\n${path}`)
  return [...byPath]
    .filter(([, said]) => said.length > 1)
    .sort(([left], [right]) => (left < right ? -1 : 1))
    .flatMap(([, said]) => {
      const [{ entity, entityId, path }] = said as [Change]
      return canConflict(path) && wasContested(foldChanges(said).get(path)?.history ?? [])
        ? [{ entity, entityId, path }]
        : []
    })
}

/** Whether two of these differ of which neither followed the other. Oldest first. */
function wasContested(history: readonly Change[]): boolean {
  const known = new Map<ChangeId, ReadonlySet<ChangeId>>()
  for (const [index, change] of history.entries()) {
    const before = new Set<ChangeId>()
    for (const id of change.replaces) for (const each of [id, ...(known.get(id) ?? [])]) before.add(each)
    if (history.slice(0, index).some((earlier) => !before.has(earlier.id) && differ([earlier, change])))
      return true
    known.set(change.id, before)
  }
  return false
}
