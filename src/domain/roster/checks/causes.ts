import type { RosterHousehold, RosterMember } from '../Roster'
import type { ProblemCode } from '../../shared/ProblemCode'
import type { Finding, HouseholdCheck } from './Finding'

/** 因病, but nobody is ill. */
export const illnessWithoutIll: HouseholdCheck = (household) =>
  causeWithoutBearer(household, 'illness', 'illness_without_ill', ({ health }) =>
    health === null ? null : health.includes('chronic') || health.includes('serious'),
  )

/** 因残, but nobody is disabled. */
export const disabilityWithoutDisabled: HouseholdCheck = (household) =>
  causeWithoutBearer(household, 'disability', 'disability_without_disabled', ({ health }) =>
    health === null ? null : health.includes('disabled'),
  )

/** 因学, but nobody is a student. */
export const schoolingWithoutStudent: HouseholdCheck = (household) =>
  causeWithoutBearer(household, 'schooling', 'schooling_without_student', ({ studentStatus }) =>
    studentStatus === null ? null : studentStatus !== 'not_student' && studentStatus !== 'preschool',
  )

/** `bears` is null where the list does not give it: then it is unknown whether the household has such a member. */
function causeWithoutBearer(
  { povertyCauses, members, source }: RosterHousehold,
  cause: string,
  code: ProblemCode,
  bears: (member: RosterMember) => boolean | null,
): readonly Finding[] {
  if (!povertyCauses.includes(cause)) return []
  const isContradicted = members.length > 0 && members.every((member) => bears(member) === false)
  return isContradicted ? [{ code, source, field: 'povertyCause' }] : []
}
