import type { Change, ChangeId } from '../changes/Change'
import { foldChanges, contentText } from '../changes/foldChanges'
import { groupBy } from '../shared/groupBy'
import { canConflict } from './conflictsIn'

/** One path of a household, its visits or interviews. */
export type ContestedPlace = Pick<Change, 'entity' | 'entityId' | 'path'>

/**
 * Where people who had not seen each other's changes ever wrote different values, settled since or not: such a record stays marked. By
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
  const byId = new Map(history.map((change) => [change.id, change]))
  const heads = new Set<ChangeId>()
  const counts = new Map<string, number>()
  for (const [earlier, change] of history.entries()) {
    const said = contentText(change)
    const same = counts.get(said) ?? 0
    // Nearly every change follows all there is: then nothing is walked.
    const mayBeContested = same < earlier && !followsAll(change, heads)
    if (mayBeContested && differingBefore(change, said, byId) < earlier - same) return true
    counts.set(said, same + 1)
    for (const id of change.replaces) heads.delete(id)
    heads.add(change.id)
  }
  return false
}

function followsAll({ replaces }: Change, heads: ReadonlySet<ChangeId>): boolean {
  if (heads.size > replaces.length) return false
  const replaced = new Set(replaces)
  return [...heads].every((id) => replaced.has(id))
}

/** How many of those it followed, at once or in turn, have another value. */
function differingBefore(change: Change, said: string, byId: ReadonlyMap<ChangeId, Change>): number {
  const found = new Set<Change>()
  const waiting = [change]
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop())
    for (const id of next.replaces) {
      const before = byId.get(id)
      if (before === undefined || found.has(before)) continue
      found.add(before)
      waiting.push(before)
    }
  return [...found].filter((before) => contentText(before) !== said).length
}
