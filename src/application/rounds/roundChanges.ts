import type { Change } from '../../domain/changes/Change'
import { foldChanges } from '../../domain/changes/foldChanges'
import { roundOf } from '../../domain/interview/bookkeeping'
import { VISIT_OUTCOME } from '../../domain/instrument/Roles'
import type { Round } from '../assess/AnswerRecord'

/** The changes of a household's interviews of one round. */
export function roundChanges(changes: readonly Change[], round: Round): readonly Change[] {
  return changes.filter(({ entity, entityId }) => entity === 'interview' && roundOf(entityId) === round)
}

/** The change with the outcome of a round's visit: its person is the interviewer. Undefined before that. */
export function outcomeOf(changes: readonly Change[]): Change | undefined {
  return foldChanges(changes).get(VISIT_OUTCOME.question)?.heads.at(-1)
}

/** Whether a round's visit is over, whatever came of it; a partial one goes on. */
export function isRoundClosed(changes: readonly Change[]): boolean {
  const outcome = outcomeOf(changes)?.value
  return typeof outcome === 'string' && outcome !== VISIT_OUTCOME.partial
}
