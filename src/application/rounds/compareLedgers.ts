import type { Change } from '../../domain/changes/Change'
import { computeLedger } from '../../domain/programmes/assessment/criteria/ledger'
import { pairLedgerLines, type LedgerPair } from '../../domain/rounds/pairLedgerLines'
import {
  assessHousehold,
  recordOfRound,
  type AssessmentRules,
  type HouseholdAssessment,
} from '../assess/assessHousehold'
import { roundChanges } from './roundChanges'

/**
 * The ledgers of first round and verification, paired line by line; empty where the verification has none of its own. `changes`:
 * all that the household was assessed by.
 */
export function compareLedgers(
  { household, interview }: HouseholdAssessment,
  changes: readonly Change[],
  rules: AssessmentRules,
): readonly LedgerPair[] {
  if ((recordOfRound(changes, 'verification', rules)?.answers.lines.size ?? 0) === 0) return []
  // A verification's ledger stands in place of the whole first one: all rounds together have the verification's lines.
  const first = assessHousehold(household, roundChanges(changes, 'first'), rules).interview
  return pairLedgerLines(computeLedger(first).lines, computeLedger(interview).lines)
}
