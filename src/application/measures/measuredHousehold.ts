import {
  finalSuspicion,
  isWrongInclusion,
  type HouseholdDeterminations,
} from '../../domain/programmes/assessment/determination/Determination'
import { outcomeIn } from '../../domain/interview/Interview'
import { type MeasuredHousehold } from '../../domain/programmes/assessment/measures/MeasuredHousehold'
import { DRAWN_ALIKE, type Sampling } from '../../domain/sampling/Sampling'
import type { ListedHousehold } from '../../domain/roster/ListedHousehold'
import { villageOf } from '../roster/adoptRoster'
import type { HouseholdAssessment } from '../assess/assessHousehold'
import { summariseHousehold, type VerdictSummary } from '../households/HouseholdSummary'

/** What the measures need of an assessed household: the rest of it, traces and all, can go. */
export function measuredHousehold(
  assessment: HouseholdAssessment,
  determinations: HouseholdDeterminations | undefined,
  sampling: Sampling = DRAWN_ALIKE,
): MeasuredHousehold {
  const { household, interview } = assessment
  const outcome = outcomeIn(interview)
  return measuredSummary(household, summariseHousehold(assessment, outcome), determinations, sampling)
}

/** The same from the summary that a list keeps; null where nothing was answered. */
export function measuredSummary(
  household: ListedHousehold,
  summary: VerdictSummary | null,
  determinations: HouseholdDeterminations | undefined,
  sampling: Sampling = DRAWN_ALIKE,
): MeasuredHousehold {
  return {
    id: household.id,
    village: villageOf(household),
    status: household.status,
    conclusion: summary?.conclusion ?? 'not_interviewed',
    outcome: summary?.outcome ?? null,
    persons: summary?.persons ?? household.members.length,
    registryIncome: household.registryIncome,
    recognises: summary?.recognises ?? null,
    isSatisfied: summary?.isSatisfied ?? null,
    flags: summary?.flags ?? [],
    monitoring: summary?.monitoring ?? [],
    determined: determinations === undefined ? null : finalSuspicion(determinations),
    isWrongInclusion: determinations !== undefined && isWrongInclusion(determinations),
    sampling,
  }
}
