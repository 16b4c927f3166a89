import type { HouseholdCheck } from './Finding'

/** A head has one spouse. */
export const severalSpouses: HouseholdCheck = ({ members }) => {
  const [, ...extra] = members.filter(({ relation }) => relation === 'spouse')
  return extra.map(({ source }) => ({ code: 'several_spouses', source, field: 'relation' }))
}

/** Head and spouse of one sex: one of the two relations or sexes is mistyped. */
export const headAndSpouseOfOneSex: HouseholdCheck = ({ members }) => {
  const head = members.find(({ relation }) => relation === 'head')
  if (head === undefined || head.sex === null) return []
  const alike = members.filter(({ relation, sex }) => relation === 'spouse' && sex === head.sex)
  return alike.map(({ source }) => ({ code: 'head_and_spouse_same_sex', source, field: 'relation' }))
}
