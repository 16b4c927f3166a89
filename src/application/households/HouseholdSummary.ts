import type { Conclusion } from '../../domain/conclusion/Conclusion'
import {
  CRITERIA,
  type Because,
  type Criterion,
  type CriterionOutcome,
} from '../../domain/criteria/Criterion'
import { isSatisfied, recognises } from '../../domain/measures/recognition'
import {
  MONITORING_REASONS,
  type FlagName,
  type MonitoringName,
  type MonitoringReason,
} from '../../domain/patterns/Flag'
import type { HouseholdAssessment } from '../assess/assessHousehold'

/** Raised whenever a summary holds other things than before: those kept by an earlier app are made anew. */
export const SUMMARY_EDITION = '2'

/** What lists filter and count by: the verdict without its trace, small enough to keep for every household. */
export interface HouseholdSummary {
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
  /** Members who have not left or died. */
  readonly persons: number
  /** What the household said of the four items, and of help and cadres alone; null where it answered none. */
  readonly recognises: boolean | null
  readonly isSatisfied: boolean | null
}

/** The summary of an assessment. */
export function summariseHousehold(
  { interview, judgement, conflicts }: HouseholdAssessment,
  outcome: string | null,
): HouseholdSummary {
  const { criteria, income } = judgement
  const results =
    criteria === null
      ? null
      : (Object.fromEntries(
          CRITERIA.map((criterion) => [criterion, criteria[criterion].result]),
        ) as HouseholdSummary['results'])
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
    persons: interview.members.filter(({ facts }) => facts.isPresent).length,
    recognises: recognises(interview),
    isSatisfied: isSatisfied(interview),
  }
}

function reasonsOf(trace: readonly Because[]): readonly MonitoringReason[] {
  const reasons = Object.keys(MONITORING_REASONS) as readonly MonitoringReason[]
  return reasons.filter((reason) => trace.some(({ fact }) => fact === MONITORING_REASONS[reason]))
}
