import { idNumberIn } from '../../domain/interview/idNumberIn'
import type { MemberInstance } from '../../domain/interview/Interview'
import { keyOf } from '../datasets/answerVariables'
import type { LakeHousehold, LakePlace } from './LakeHousehold'
import type { LakeKeys } from './lakeKeys'
import type { LakeRow } from './lakeSchema'

/** The row of a person: facts as the rules take them, the answer, else the list's word. */
export function memberRow(
  { assessment, sampling }: LakeHousehold,
  member: MemberInstance,
  { township, village }: LakePlace,
  keys: LakeKeys,
): LakeRow<'members'> {
  const { id } = assessment.household
  const { sex, age, isPresent } = member.facts
  return {
    household: keys.household(id),
    member: keys.member(id, keyOf(assessment, member.id)),
    person: keys.person(idNumberIn(assessment.interview, member)),
    township,
    village,
    sex,
    age,
    is_present: isPresent,
    stratum: sampling.stratum,
    cluster: sampling.cluster,
    weight: sampling.weight,
  }
}

/** Who the person is, in full. */
export function memberIdentity(
  { assessment }: LakeHousehold,
  member: MemberInstance,
  keys: LakeKeys,
): LakeRow<'identities'> {
  const { id, members } = assessment.household
  return {
    household: keys.household(id),
    member: keys.member(id, keyOf(assessment, member.id)),
    name: member.facts.name,
    id_number: idNumberIn(assessment.interview, member),
    phone: members.find((listed) => listed.id === member.id)?.phone ?? null,
  }
}

/** Whose household it is, as its list has it. */
export function householdIdentity({ assessment }: LakeHousehold, keys: LakeKeys): LakeRow<'identities'> {
  const { id, headName, phone } = assessment.household
  return { household: keys.household(id), member: null, name: headName, id_number: null, phone }
}
