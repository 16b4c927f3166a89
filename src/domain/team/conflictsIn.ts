import type { Change } from '../changes/Change'
import { elementOfPath } from '../changes/elements'
import { chosenCopy } from '../interview/chosenCopy'
import { BEGUN, isDraft, isReturn, PAPER, REOPENED, roundOf } from '../interview/bookkeeping'
import { groupBy } from '../shared/groupBy'
import type { FoldedEntity } from './projectionText'

/** One path of a household, its visits or interviews that was answered differently by people who did not see each other's. */
export interface Conflict {
  readonly household: string
  readonly entity: Change['entity']
  readonly entityId: string
  /** A question's name, or `members/<member>/<question>`, `lines/<line>/<question>`. */
  readonly path: string
  /** Oldest first by Lamport counter, then id. */
  readonly heads: readonly Change[]
}

/** The conflicts of one household, by entity, then path. */
export function conflictsIn(household: string, entities: readonly FoldedEntity[]): readonly Conflict[] {
  return entities.flatMap(({ entity, entityId, state: paths }) =>
    [...paths].flatMap(([path, state]) =>
      state.isConflict && canConflict(path)
        ? [{ household, entity, entityId, path, heads: state.heads }]
        : [],
    ),
  )
}

/** Two who reopened an interview both did. What was sent back stays open until every comment is replied to: there is nothing to settle. */
export function canConflict(path: string): boolean {
  return path !== BEGUN && path !== REOPENED && path !== PAPER && !isDraft(path) && !isReturn(path)
}

/** What conflicts have in common: the name of the question, wherever it was asked; `members` or `lines` where an element itself is. */
export function kindOfConflict({ path }: Pick<Conflict, 'path'>): string {
  const element = elementOfPath(path)
  return element === undefined ? path : element.rest || element.list
}

/** Interviews of one round of one household that have content, begun independently: one of them has to be chosen whole. */
export interface DuplicateInterview {
  readonly household: string
  readonly round: string
  /** Interview ids, sorted. */
  readonly interviews: readonly string[]
  /** The one that people chose, once they did. */
  readonly chosen: string | null
}

export function duplicatesIn(household: string, changes: readonly Change[]): readonly DuplicateInterview[] {
  const said = changes.filter(({ entity, path }) => entity === 'interview' && path !== BEGUN)
  const ids = new Set(said.map(({ entityId }) => entityId))
  return [...groupBy(ids, (id) => roundOf(id) ?? '')]
    .filter(([, copies]) => copies.length > 1)
    .map(([round, copies]) => {
      const chosen = chosenCopy(changes, round) ?? null
      return { household, round, interviews: copies.sort(), chosen }
    })
}
