import { PROJECT_PART } from '../../application/team/stateHash'
import type { Change } from '../../domain/changes/Change'
import { householdOf } from '../../domain/changes/householdOf'
import type { KnownChanges } from '../../domain/changes/KnownChanges'
import { unionChanges } from '../../domain/changes/unionChanges'
import { validateChange } from '../../domain/changes/validateChange'
import { groupBy } from '../../domain/shared/groupBy'
import type { Problem } from '../../domain/shared/Problem'
import { refusals, success, type Result } from '../../domain/shared/Result'
import { conflictsIn, type Conflict } from '../../domain/team/conflictsIn'
import { foldEntities, projectionText } from '../../domain/team/projectionText'

/** What a household, or the project, comes to with what is new. */
export interface ScopeUnion {
  readonly scope: string
  readonly added: readonly Change[]
  readonly digest: string
  readonly conflicts: readonly Conflict[]
}

/** The scopes that something new comes for, or the reasons why nothing may come in: see `unionChanges`. */
export async function checkAgainst(
  changes: readonly Change[],
  known: KnownChanges,
  read: (scope: string) => Promise<readonly Change[]>,
  hash: (text: string) => string,
): Promise<Result<readonly ScopeUnion[]>> {
  const problems: Problem[] = changes
    .map(validateChange)
    .flatMap((checked) => (checked.ok ? [] : checked.problems))
  if (problems.length > 0) return refusals(problems)
  const unions: ScopeUnion[] = []
  const taken = new Set<string>()
  const scopes = groupBy(changes, ({ entity, entityId }) => householdOf(entity, entityId) ?? PROJECT_PART)
  for (const [scope, coming] of scopes) {
    const stored = await read(scope)
    const united = unionChanges(stored, coming)
    if (!united.ok) {
      problems.push(...united.problems)
      continue
    }
    const { added } = united.value
    for (const change of added) {
      // Not among its household's changes and yet known: the id stands for another change.
      if (known.hasChange(change) || taken.has(change.id))
        problems.push({ code: 'forked_replica', severity: 'error', place: {}, value: change.id })
      taken.add(change.id)
    }
    if (added.length > 0) {
      const entities = foldEntities(united.value.changes)
      const conflicts = scope === PROJECT_PART ? [] : conflictsIn(scope, entities)
      unions.push({ scope, added, digest: hash(projectionText(entities)), conflicts })
    }
  }
  return problems.length > 0 ? refusals(problems) : success(unions)
}
