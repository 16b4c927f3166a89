import type { ClearedSuspicion } from '../assess/clearedSuspicion'
import type { Change } from '../../domain/changes/Change'
import type { Conclusion } from '../../domain/programmes/assessment/conclusion/Conclusion'
import {
  CRITERIA,
  type Because,
  type Criterion,
  type CriterionOutcome,
} from '../../domain/programmes/assessment/criteria/Criterion'
import { appointmentOf, contactsIn, triesOf } from '../../domain/fieldwork/Contact'
import { isReturn, roundOf } from '../../domain/interview/bookkeeping'
import { returnsIn } from '../../domain/interview/returns'
import { isSatisfied, recognises } from '../../domain/programmes/assessment/measures/recognition'
import {
  MONITORING_REASONS,
  type FlagName,
  type MonitoringName,
  type MonitoringReason,
} from '../../domain/programmes/assessment/flags/Flag'
import { busiest } from '../../domain/quality/busiest'
import { groupBy } from '../../domain/shared/groupBy'
import { ROUNDS, type Round } from '../assess/AnswerRecord'
import type { HouseholdAssessment } from '../assess/assessHousehold'
import { roundChanges } from '../rounds/roundChanges'

/** Raised whenever a summary holds other things than before: those kept by an earlier app are computed again. */
export const SUMMARY_EDITION = '7'

/** What lists filter and count by, small enough to keep for every household: the verdict without its trace, and who is at it. */
export interface HouseholdSummary extends VerdictSummary {
  /** Whoever gave most of the first round's answers; null before the first. */
  readonly assessor: string | null
  /** Rounds that the lead sent back and that are not dealt with yet. */
  readonly returned: readonly ReturnedRound[]
  /** Tries to meet it, before or besides its interview. */
  readonly tries: number
  /** Local day and hour for which the last try made an appointment; null where it made none. */
  readonly appointment: string | null
  /** ISO instant of its last change, by the clock of whoever made it; null before any. */
  readonly lastAt: string | null
}

export interface ReturnedRound {
  readonly round: Round
  /** Whoever sent it back. */
  readonly by: readonly string[]
}

export interface VerdictSummary {
  readonly conclusion: Conclusion
  /** Chosen `visit_outcome`; null while the interview is open or not begun. */
  readonly outcome: string | null
  readonly results: Readonly<Record<Criterion, CriterionOutcome>> | null
  readonly flags: readonly FlagName[]
  readonly monitoring: readonly MonitoringName[]
  readonly monitoringReasons: readonly MonitoringReason[]
  /** Yuan per person. */
  readonly counted: number | null
  readonly claimed: number | null
  readonly unanswered: number
  readonly conflicts: number
  /** Questions and facts on which people ever differed, settled since or not. */
  readonly everConflicted: number
  /** Corrections of its interviews after they were finished. */
  readonly reopenings: number
  /** A suspicion that a verification or a correction cleared. */
  readonly cleared: ClearedSuspicion | null
  /** Members who have not left or died. */
  readonly persons: number
  /** The household's answers to the four items, and to help and cadres alone; null where it answered none. */
  readonly recognises: boolean | null
  readonly isSatisfied: boolean | null
  /** Members whom the interview added, by their ID number; of a census only. */
  readonly added?: readonly AddedMember[]
}

export interface AddedMember {
  /** Null where nobody knows it. */
  readonly idNumber: string | null
}

/** What a list keeps of an assessment. */
export function summariseHousehold(
  { interview, judgement, conflicts, everConflicted, reopenings, cleared }: HouseholdAssessment,
  outcome: string | null,
): VerdictSummary {
  const { criteria, income } = judgement
  const results =
    criteria === null
      ? null
      : (Object.fromEntries(
          CRITERIA.map((criterion) => [criterion, criteria[criterion].result]),
        ) as VerdictSummary['results'])
  return {
    conclusion: judgement.conclusion,
    outcome,
    results,
    flags: judgement.flags.map(({ flag }) => flag),
    monitoring: judgement.monitoring.map(({ flag }) => flag),
    monitoringReasons: reasonsOf(judgement.monitoring.flatMap(({ because }) => because)),
    counted: income?.counted ?? null,
    claimed: income?.claimed ?? null,
    unanswered: judgement.unanswered.length,
    conflicts: conflicts.length,
    everConflicted: everConflicted.length,
    reopenings: reopenings.length,
    cleared,
    persons: interview.members.filter(({ facts }) => facts.isPresent).length,
    recognises: recognises(interview),
    isSatisfied: isSatisfied(interview),
  }
}

function reasonsOf(trace: readonly Because[]): readonly MonitoringReason[] {
  const reasons = Object.keys(MONITORING_REASONS) as readonly MonitoringReason[]
  return reasons.filter((reason) => trace.some(({ fact }) => fact === MONITORING_REASONS[reason]))
}

/** Who works at a household, by all of its changes. */
export function summariseWork(changes: readonly Change[]): Omit<HouseholdSummary, keyof VerdictSummary> {
  const returned = groupBy(returnsIn(changes), ({ interview }) => roundOf(interview))
  const contacts = contactsIn(changes)
  return {
    tries: triesOf(contacts),
    appointment: appointmentOf(contacts),
    lastAt: lastAtOf(changes),
    assessor: busiest(roundChanges(changes, 'first').filter(({ path }) => !isReturn(path))),
    returned: ROUNDS.flatMap((round) => {
      const own = returned.get(round)
      return own === undefined ? [] : [{ round, by: [...new Set(own.map(({ by }) => by))] }]
    }),
  }
}

function lastAtOf(changes: readonly Change[]): string | null {
  return changes.reduce<string | null>(
    (last, { at }) => (last === null || Date.parse(at) > Date.parse(last) ? at : last),
    null,
  )
}
