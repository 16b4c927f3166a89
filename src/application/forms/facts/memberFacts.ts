import { answerText } from '../../texts/describeBecause'
import { makeNameOf } from '../../workbook/WorkbookInput'
import { presentMembers } from './householdFacts'
import { factsOf, type FormFact } from './FormFact'

/** Facts of a member that are no answers: those are `answer.<question>`. */
export const MEMBER_FACTS: readonly (readonly [string, FormFact])[] = factsOf('member', 'member', {
  number: (member, { household }) => {
    const at =
      household === undefined ? -1 : presentMembers(household).findIndex(({ id }) => id === member.id)
    return at < 0 ? null : { value: at + 1, type: 'integer' }
  },
  name: (member, { household, texts }) =>
    household === undefined ? null : makeNameOf(household.assessment, texts)({ member: member.id }),
  age: ({ facts }) => (facts.age === null ? null : { value: facts.age, type: 'integer' }),
  birth_date: ({ facts }) => (facts.birthDate === null ? null : { value: facts.birthDate, type: 'date' }),
  sex: ({ facts }, { household, texts }) =>
    facts.sex === null || household === undefined
      ? null
      : answerText(facts.sex, 'sex', household.assessment.interview.instrument, texts),
})
