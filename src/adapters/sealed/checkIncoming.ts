import type { Change } from '../../domain/changes/Change'
import type { KnownChanges } from '../../domain/changes/KnownChanges'
import { unionChanges } from '../../domain/changes/unionChanges'
import { validateChange } from '../../domain/changes/validateChange'
import { groupBy } from '../../domain/shared/groupBy'
import type { Problem } from '../../domain/shared/Problem'
import { refusals, success, type Result } from '../../domain/shared/Result'
import type { ChangeRows } from './ChangeRows'
import type { EntityReader } from './EntityReader'

/** Entities compared at once: about a village's interviews. */
const ENTITIES_AT_ONCE = 200

/** The incoming changes that are new, or the reasons why none of them is accepted. */
export async function checkIncoming(
  changes: readonly Change[],
  known: KnownChanges,
  reader: EntityReader,
  rows: ChangeRows,
): Promise<Result<readonly Change[]>> {
  const problems: Problem[] = changes
    .map(validateChange)
    .flatMap((checked) => (checked.ok ? [] : checked.problems))
  if (problems.length > 0) return refusals(problems)
  const groups = [...groupBy(changes, (change) => rows.entityKey(change.entity, change.entityId))]
  const added: Change[] = []
  for (let at = 0; at < groups.length; at += ENTITIES_AT_ONCE) {
    const part = groups.slice(at, at + ENTITIES_AT_ONCE)
    const stored = await reader.readMany(part.map(([key]) => key))
    for (const [key, incoming] of part) {
      const united = unionChanges(stored.get(key) ?? [], incoming)
      if (united.ok) added.push(...united.value.added)
      else problems.push(...united.problems)
    }
  }
  problems.push(...knownElsewhere(added, known))
  return problems.length > 0 ? refusals(problems) : success(added)
}

/** Known, but not among its entity's changes: the id belongs to a change of another entity. */
function knownElsewhere(added: readonly Change[], known: KnownChanges): readonly Problem[] {
  const seen = new Set<string>()
  return added.flatMap((change) => {
    const isTaken = known.hasChange(change) || seen.has(change.id)
    seen.add(change.id)
    return isTaken
      ? [{ code: 'forked_replica', severity: 'error', place: {}, value: change.id } as const]
      : []
  })
}
