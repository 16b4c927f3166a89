import { PROJECT_PART } from '../../application/team/merge/stateHash'
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

/** Changes of one household or of the project that come in together. */
export interface ComingChunk {
  readonly changes: readonly Change[]
  /** The changes as lines, where those exist already. */
  readonly bytes: Uint8Array | null
}

/** A household, or the project, with its new changes. */
export interface ScopeUnion {
  readonly scope: string
  readonly added: readonly Change[]
  /** The added changes as lines, where all that came is new and its lines existed already. */
  readonly bytes: readonly Uint8Array[] | null
  readonly digest: string
  readonly conflicts: readonly Conflict[]
}

/** Unchecked changes grouped into chunks, or the reasons why they are invalid. */
export function chunksOf(changes: readonly Change[]): Result<readonly ComingChunk[]> {
  const problems = changes.map(validateChange).flatMap((checked) => (checked.ok ? [] : checked.problems))
  if (problems.length > 0) return refusals(problems)
  return success([...groupBy(changes, scopeOf).values()].map((own) => ({ changes: own, bytes: null })))
}

/** The scopes that get new changes, or the reasons why none is accepted: see `unionChanges`. */
export async function checkAgainst(
  chunks: readonly ComingChunk[],
  /** The known changes of every scope; the added ones are added here. */
  known: KnownChanges,
  read: (scope: string) => Promise<readonly Change[]>,
  hash: (text: string) => string,
): Promise<Result<readonly ScopeUnion[]>> {
  const problems: Problem[] = []
  const unions: ScopeUnion[] = []
  const scopes = groupBy(chunks, ({ changes: [first] }) =>
    first === undefined ? PROJECT_PART : scopeOf(first),
  )
  for (const [scope, own] of scopes) {
    const coming = own.flatMap(({ changes }) => changes)
    const united = unionChanges(await read(scope), coming)
    if (!united.ok) {
      problems.push(...united.problems)
      continue
    }
    const { added } = united.value
    for (const change of added)
      // Known, but not among its household's changes: the id belongs to another change.
      if (!known.addChange(change))
        problems.push({ code: 'forked_replica', severity: 'error', place: {}, value: change.id })
    if (added.length === 0) continue
    const entities = foldEntities(united.value.changes)
    const conflicts = scope === PROJECT_PART ? [] : conflictsIn(scope, entities)
    const lines = own.flatMap(({ bytes }) => bytes ?? [])
    const bytes = added.length === coming.length && lines.length === own.length ? lines : null
    unions.push({ scope, added, bytes, digest: hash(projectionText(entities)), conflicts })
  }
  return problems.length > 0 ? refusals(problems) : success(unions)
}

/** The household that a change is of, or the project. */
export function scopeOf({ entity, entityId }: Pick<Change, 'entity' | 'entityId'>): string {
  return householdOf(entity, entityId) ?? PROJECT_PART
}
