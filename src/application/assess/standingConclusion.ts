import type { Change } from '../../domain/changes/Change'
import { isSuspected, type Conclusion } from '../../domain/programmes/assessment/conclusion/Conclusion'
import { readSecondLook } from '../../domain/programmes/assessment/determination/SecondLook'
import type { RegisterStatus } from '../../domain/roster/Roster'
import type { ClearedSuspicion } from './clearedSuspicion'

/**
 * The conclusion after the second look: where a second person does not agree that a suspicion is cleared, it stands. A second
 * look from a file names no change: the list that it was read with may not show what cleared the suspicion.
 */
export function standingConclusion(
  found: Conclusion,
  cleared: ClearedSuspicion | null,
  status: RegisterStatus | null,
  changes: readonly Change[],
): Conclusion {
  if (cleared !== null) return cleared.secondLook?.agrees === false ? cleared.before : found
  const look = readSecondLook(changes)
  if (look?.of !== null || look.agrees || isSuspected(found) || found === 'not_interviewed') return found
  switch (status) {
    case 'exited':
      return 'suspected_wrong_exit'
    case 'unregistered':
      return 'suspected_omission'
    default:
      return found
  }
}
