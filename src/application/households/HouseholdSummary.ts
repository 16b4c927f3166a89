import type { Conclusion } from '../../domain/conclusion/Conclusion'
import { CRITERIA, type Criterion, type CriterionOutcome } from '../../domain/criteria/Criterion'
import type { FlagName, MonitoringName } from '../../domain/patterns/Flag'
import type { HouseholdAssessment } from '../assess/assessHousehold'

/** What lists filter and count by: the verdict without its trace, small enough to keep for every household. */
export interface HouseholdSummary {
  readonly conclusion: Conclusion
  /** Chosen `visit_outcome`; null while the interview is open or not begun. */
  readonly outcome: string | null
  readonly results: Readonly<Record<Criterion, CriterionOutcome>> | null
  readonly flags: readonly FlagName[]
  readonly monitoring: readonly MonitoringName[]
  /** Yuan per person. */
  readonly counted: number | null
  readonly claimed: number | null
  readonly unanswered: number
  readonly conflicts: number
}

/** The summary of an assessment. */
export function summariseHousehold(
  { judgement, conflicts }: HouseholdAssessment,
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
    counted: income?.counted ?? null,
    claimed: income?.claimed ?? null,
    unanswered: judgement.unanswered.length,
    conflicts: conflicts.length,
  }
}
