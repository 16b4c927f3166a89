import type { Change } from '../../domain/changes/Change'
import { reckonLedger } from '../../domain/criteria/ledger'
import type { RosterHousehold } from '../../domain/roster/Roster'
import { pairLedgerLines, type LedgerPair } from '../../domain/rounds/pairLedgerLines'
import { assessHousehold, recordOfRound, type AssessmentRules } from '../assess/assessHousehold'
import { roundChanges } from './roundChanges'

/** The ledgers of first round and verification, paired line by line; empty where the verification has none of its own. */
export function compareLedgers(
  household: RosterHousehold,
  changes: readonly Change[],
  rules: AssessmentRules,
): readonly LedgerPair[] {
  if ((recordOfRound(changes, 'verification')?.answers.lines.size ?? 0) === 0) return []
  // A verification's ledger stands in place of the whole first one: all rounds together have the verification's lines.
  const [first, verified] = [roundChanges(changes, 'first'), changes].map(
    (own) => reckonLedger(assessHousehold(household, own, rules).interview).lines,
  )
  return pairLedgerLines(first ?? [], verified ?? [])
}
