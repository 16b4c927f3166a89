import type { Problem } from '../shared/Problem'
import { refusals, success, type Result } from '../shared/Result'
import { contentText } from './canonicalText'
import type { Change, ChangeId } from './Change'
import type { ProblemCode } from '../shared/ProblemCode'

export interface Union {
  /** Known and added together, each once. */
  readonly changes: readonly Change[]
  /** Those of the incoming that were not known. */
  readonly added: readonly Change[]
}

/**
 * Set union of changes, all or nothing. Refused: `forked_replica` (a known id with other content), `replaces_newer`
 * (a replaced change is not older by Lamport counter), `replaces_elsewhere` (it is of another entity or path).
 * A replaced change that has not arrived yet is no fault: packages come in any order.
 */
export function unionChanges(known: readonly Change[], incoming: readonly Change[]): Result<Union> {
  const changes = new Map<ChangeId, Change>(known.map((change) => [change.id, change]))
  const added: Change[] = []
  const problems: Problem[] = []
  for (const change of incoming) {
    const same = changes.get(change.id)
    if (same === undefined) {
      changes.set(change.id, change)
      added.push(change)
    } else if (contentText(same) !== contentText(change)) problems.push(refused('forked_replica', change))
  }
  for (const change of added) problems.push(...faultsOfReplacing(change, changes))
  problems.push(...faultsOfBeingReplaced(known, added))
  return problems.length > 0 ? refusals(problems) : success({ changes: [...changes.values()], added })
}

function faultsOfReplacing(change: Change, changes: ReadonlyMap<ChangeId, Change>): Problem[] {
  return change.replaces.flatMap((id) => {
    const replaced = changes.get(id)
    return replaced === undefined ? [] : faultsOfPair(change, replaced)
  })
}

/** A change that arrives after the one that replaces it is held to the same rule. */
function faultsOfBeingReplaced(known: readonly Change[], added: readonly Change[]): Problem[] {
  const late = new Map(added.map((change) => [change.id, change]))
  return known.flatMap((change) =>
    change.replaces.flatMap((id) => {
      const replaced = late.get(id)
      return replaced === undefined ? [] : faultsOfPair(change, replaced)
    }),
  )
}

function faultsOfPair(change: Change, replaced: Change): Problem[] {
  if (
    replaced.entity !== change.entity ||
    replaced.entityId !== change.entityId ||
    replaced.path !== change.path
  )
    return [refused('replaces_elsewhere', change)]
  return replaced.lamport < change.lamport ? [] : [refused('replaces_newer', change)]
}

function refused(code: ProblemCode, change: Change): Problem {
  return { code, severity: 'error', place: {}, value: change.id }
}
