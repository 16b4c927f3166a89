import { isFinished } from '../../domain/instrument/Roles'
import {
  isInSample,
  isInterviewed,
  type MeasuredHousehold,
} from '../../domain/programmes/assessment/measures/MeasuredHousehold'
import type { LakeHousehold, LakePlace } from './LakeHousehold'
import { phoneOf } from './LakeHousehold'
import type { LakeKeys } from './lakeKeys'
import type { LakeRow } from './lakeSchema'

/** The row of a household. A conclusion is there where the project gives any and it is not hidden. */
export function householdRow(
  { assessment, isFound, isHidden = false }: LakeHousehold,
  measured: MeasuredHousehold,
  { township, village }: LakePlace,
  keys: LakeKeys,
  givesVerdict: boolean,
): LakeRow<'households'> {
  const { household } = assessment
  const { outcome, sampling } = measured
  return {
    household: keys.household(household.id),
    township,
    village,
    status: measured.status,
    outcome,
    persons: measured.persons,
    is_found: isFound,
    is_enumerated: isFinished(outcome),
    is_interviewed: isInterviewed(measured),
    is_in_sample: isInSample(measured),
    stratum: sampling.stratum,
    cluster: sampling.cluster,
    weight: sampling.weight,
    conclusion: givesVerdict && !isHidden ? measured.conclusion : null,
    determined: measured.determined,
    is_wrong_inclusion: givesVerdict ? measured.isWrongInclusion : null,
    recognises: measured.recognises,
    is_satisfied: measured.isSatisfied,
    registry_income: measured.registryIncome,
    phone: keys.phone(phoneOf(household)),
  }
}
