import type { Change, ChangeId } from '../../domain/changes/Change'
import {
  isSuspected,
  type Conclusion,
  type SuspectedConclusion,
} from '../../domain/programmes/assessment/conclusion/Conclusion'
import { readSecondLook, type SecondLook } from '../../domain/programmes/assessment/determination/SecondLook'
import { isBookkeeping } from '../../domain/interview/bookkeeping'
import { beforeReopening, type Reopening } from '../../domain/interview/reopenings'
import { roundChanges } from '../rounds/roundChanges'

/** A suspicion that the interviews once led to and no longer do, with who changed that. */
export interface ClearedSuspicion {
  readonly before: SuspectedConclusion
  readonly after: Conclusion
  /** Whether the verification round or a correction of a finished interview cleared it. */
  readonly by: 'verification' | 'correction'
  readonly person: string
  /** Everybody who took part in it: none of them is a second person. */
  readonly people: readonly string[]
  /** The change that cleared it, at the latest. */
  readonly change: ChangeId
  readonly at: string
  /** Why it was corrected; null for a verification, whose answers are the reason. */
  readonly reason: string | null
  /** What a second person found about this clearing; null while nobody looked. */
  readonly secondLook: SecondLook | null
}

/**
 * The suspicion that a verification or one of these corrections cleared; null where one stands, or never did. `conclude`
 * gives the conclusion from some of the household's changes.
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
  const verified = answersIn([...verifying])
  const last = verified.at(-1)
  if (last !== undefined) {
    const before = conclude(first)
    const { id: change, person, at } = last
    const people = [...new Set(verified.map((each) => each.person))]
    if (isSuspected(before))
      return looked({ before, after, by: 'verification', person, people, change, at, reason: null }, changes)
  }
  if (correction === undefined) return null
  const before = [changes, first].map((each) => conclude(beforeReopening(each))).find(isSuspected)
  const corrected = answersIn(changes.filter(({ entityId }) => entityId === correction.interview)).at(-1)
  if (before === undefined || corrected === undefined) return null
  const { by: person, at, reason } = correction
  const people = [...new Set([person, corrected.person])]
  const change = corrected.id
  return looked({ before, after, by: 'correction', person, people, change, at, reason }, changes)
}

/** The answers among these changes, the latest last. */
function answersIn(changes: readonly Change[]): readonly Change[] {
  return changes
    .filter(({ path }) => !isBookkeeping(path))
    .toSorted((left, right) => left.lamport - right.lamport)
}

/** With the second look at this very clearing. */
function looked(cleared: Omit<ClearedSuspicion, 'secondLook'>, changes: readonly Change[]): ClearedSuspicion {
  const look = readSecondLook(changes)
  const isOfThis = look !== null && (look.of === null || look.of === cleared.change)
  return { ...cleared, secondLook: isOfThis ? look : null }
}
