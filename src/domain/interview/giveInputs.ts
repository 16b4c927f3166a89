import type { Value } from '../instrument/compileExpression'
import { valueInForce } from '../standards/Standards'
import type { InterviewAnswers } from './Answers'
import type { Interview, MemberInstance } from './Interview'

/** Household inputs an instrument may declare, and where they come from. */
const HOUSEHOLD_INPUTS: Readonly<Record<string, (interview: Interview, answers: InterviewAnswers) => Value>> =
  {
    register_status: ({ roster }) => roster.status ?? undefined,
    as_of: ({ standards }) => standards.asOf,
    compulsory_age_min: ({ standards }) => valueInForce(standards, 'compulsory_age_min'),
    compulsory_age_max: ({ standards }) => valueInForce(standards, 'compulsory_age_max'),
    water_fetch_minutes_max: ({ standards }) => valueInForce(standards, 'water_fetch_minutes_max'),
    water_short_days_max: ({ standards }) => valueInForce(standards, 'water_short_days_max'),
    respondent_age({ members, instrument }, answers) {
      const respondent = answers.household.get(instrument.roles.respondent)?.value
      return members.find(({ id }) => id === respondent)?.facts.age ?? undefined
    },
  }

/** Member inputs: each is 'answer, else roster' (see memberFacts). */
const MEMBER_INPUTS: Readonly<Record<string, (member: MemberInstance) => Value>> = {
  age: ({ facts }) => facts.age ?? undefined,
  current_health: ({ facts }) => facts.health,
  current_labor_ability: ({ facts }) => facts.laborAbility ?? undefined,
  current_birth_date: ({ facts }) => facts.birthDate ?? undefined,
  current_sex: ({ facts }) => facts.sex ?? undefined,
  current_relation: ({ facts }) => facts.relation ?? undefined,
  current_student_status: ({ facts }) => facts.studentStatus ?? undefined,
  id_fault: ({ facts }) => facts.ofNumber.fault ?? undefined,
  id_birth_date: ({ facts }) => facts.ofNumber.birthDate ?? undefined,
  id_sex: ({ facts }) => facts.ofNumber.sex ?? undefined,
}

/** Fills the slots of the instrument's inputs before anything is evaluated. */
export function giveInputs(interview: Interview, answers: InterviewAnswers): void {
  const { names, data, repeats } = interview.instrument
  for (const { name, scope } of data.inputs) {
    const slot = names.slotOf(name)
    const fromHousehold = HOUSEHOLD_INPUTS[name]
    const fromMember = MEMBER_INPUTS[name]
    if (scope === 'household' && fromHousehold !== undefined) {
      interview.household.values[slot] = fromHousehold(interview, answers)
    } else if (scope === repeats.roster && fromMember !== undefined) {
      for (const member of interview.members) member.values[slot] = fromMember(member)
    } else throw new Error(`the instrument asks for an input nobody gives: ${name}`)
  }
}
