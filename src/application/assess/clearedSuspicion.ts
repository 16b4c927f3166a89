import type { Change } from '../../domain/changes/Change'
import { isSuspected, type Conclusion, type SuspectedConclusion } from '../../domain/conclusion/Conclusion'
import { beforeReopening, type Reopening } from '../../domain/interview/reopenings'
import { roundChanges } from '../rounds/roundChanges'

/** A suspicion that the interviews once came to and that they no longer come to, with who brought that about. */
export interface ClearedSuspicion {
  readonly before: SuspectedConclusion
  readonly after: Conclusion
  /** Whether the verification round or a correction of a finished interview cleared it. */
  readonly by: 'verification' | 'correction'
  readonly person: string
  readonly at: string
  /** Why it was corrected; null for a verification, whose answers speak for themselves. */
  readonly reason: string | null
}

/**
 * The suspicion that a verification or one of these corrections cleared; null where one stands, or never did. `conclude`
 * tells what some of the household's changes come to.
 */
export function clearedSuspicion(
  changes: readonly Change[],
  reopenings: readonly Reopening[],
  after: Conclusion,
  conclude: (changes: readonly Change[]) => Conclusion,
): ClearedSuspicion | null {
  if (isSuspected(after)) return null
  const verifying = new Set(roundChanges(changes, 'verification'))
  const correction = reopenings.at(-1)
  if (verifying.size === 0 && correction === undefined) return null
  const first = changes.filter((change) => !verifying.has(change))
  const last = [...verifying].toSorted((left, right) => left.lamport - right.lamport).at(-1)
  if (last !== undefined) {
    const before = conclude(first)
    const { person, at } = last
    if (isSuspected(before)) return { before, after, by: 'verification', person, at, reason: null }
  }
  if (correction === undefined) return null
  const before = [changes, first].map((each) => conclude(beforeReopening(each))).find(isSuspected)
  const { by: person, at, reason } = correction
  return before === undefined ? null : { before, after, by: 'correction', person, at, reason }
}
