import {
  finalSuspicion,
  isWrongInclusion,
  type HouseholdDeterminations,
} from '../../domain/determination/Determination'
import { choiceOf } from '../../domain/interview/Interview'
import { DRAWN_ALIKE, type MeasuredHousehold, type Sampling } from '../../domain/measures/MeasuredHousehold'
import { isSatisfied, recognises } from '../../domain/measures/recognition'
import { villageOf } from '../adoptRoster'
import type { HouseholdAssessment } from '../assess/assessHousehold'

/** What the measures need of an assessed household: the rest of it, traces and all, can go. */
export function measuredHousehold(
  { household, interview, judgement }: HouseholdAssessment,
  determinations: HouseholdDeterminations | undefined,
  sampling: Sampling = DRAWN_ALIKE,
): MeasuredHousehold {
  return {
    id: household.id,
    village: villageOf(household),
    status: household.status,
    conclusion: judgement.conclusion,
    outcome: choiceOf(interview, interview.household, 'visit_outcome') ?? null,
    persons: interview.members.filter(({ facts }) => facts.isPresent).length,
    registryIncome: household.registryIncome,
    recognises: recognises(interview),
    isSatisfied: isSatisfied(interview),
    flags: judgement.flags.map(({ flag }) => flag),
    monitoring: judgement.monitoring.map(({ flag }) => flag),
    determined: determinations === undefined ? null : finalSuspicion(determinations),
    isWrongInclusion: determinations !== undefined && isWrongInclusion(determinations),
    sampling,
  }
}
