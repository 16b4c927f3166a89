import type { Expression } from '../../domain/instrument/Expression'
import type { InputData } from '../../domain/instrument/Instrument'
import type { Instrument } from '../../domain/instrument/loadInstrument'
import type { RosterMember } from '../../domain/roster/Roster'
import type { FormField } from './FormModel'
import { FORM_NAMES } from './formNames'
import type { FormTerms } from './formTexts'
import { idFields } from './idFields'

/** Values of household inputs that are known when the form is written; the others are asked. */
export type GivenInputs = Readonly<Record<string, string | number>>

/** How the inputs of an instrument get their values in a form, which has no list and no standards to look them up. */
export interface FormInputs {
  /** Asked, or known already. */
  readonly household: readonly FormField[]
  readonly member: readonly FormField[]
  /** Inputs that are what a question was answered with. */
  readonly definitions: ReadonlyMap<string, Expression>
}

/** Member inputs that are a question's answer, by the roster's field that the question is prefilled from. */
const ANSWERED: Readonly<Record<string, keyof RosterMember>> = {
  current_health: 'health',
  current_labor_ability: 'laborAbility',
  current_relation: 'relation',
  current_student_status: 'studentStatus',
}

const OF_NUMBER = ['id_fault', 'id_birth_date', 'id_sex']

/** Marks the age of the member who answers, to be read outside the repeat. */
const RESPONDENT_MARK = 'respondent_mark'

/**
 * The fields of a form that give the instrument's inputs their values. An input that nobody gives is a bug and throws: whatever
 * depends on it would be wrong.
 */
export function formInputs(instrument: Instrument, given: GivenInputs, terms: FormTerms): FormInputs {
  const { inputs } = instrument.data
  const household = inputs.filter(({ scope }) => scope === 'household')
  const member = inputs.filter(({ scope }) => scope !== 'household')
  const hasNumber = member.some(({ name }) => OF_NUMBER.includes(name))
  return {
    household: household.map((input) => householdField(input, given, terms)),
    member: [
      ...(hasNumber ? idFields(questionOf(instrument, 'idNumber')) : []),
      ...member.flatMap((input) => memberFields(input, instrument)),
      ...(household.some(({ name }) => name === 'respondent_age') ? [respondentMark(instrument)] : []),
    ],
    definitions: new Map(
      member.flatMap(({ name }) => {
        const field = ANSWERED[name]
        return field === undefined
          ? []
          : [[name, { kind: 'reference', name: questionOf(instrument, field), position: 0 }] as const]
      }),
    ),
  }
}

function householdField(input: InputData, given: GivenInputs, terms: FormTerms): FormField {
  const { name } = input
  const value = given[name]
  if (value !== undefined) return calculate(name, typeof value === 'number' ? String(value) : `'${value}'`)
  switch (name) {
    case 'register_status':
    case 'as_of':
      return {
        kind: 'field',
        type: input.type,
        name,
        label: terms('formLabels', name),
        ...(input.choices !== undefined && { choices: { list: input.choices } }),
        required: true,
      }
    case 'respondent_age':
      return calculate(name, `join('', \${${RESPONDENT_MARK}})`)
    default:
      throw new Error(`the instrument asks for an input that no form gives: ${name}`)
  }
}

function memberFields({ name }: InputData, instrument: Instrument): readonly FormField[] {
  const field = ANSWERED[name]
  if (field !== undefined) return [calculate(name, `\${${questionOf(instrument, field)}}`)]
  if (OF_NUMBER.includes(name)) return []
  switch (name) {
    case 'current_birth_date':
      return [calculate(name, `coalesce(\${${questionOf(instrument, 'birthDate')}}, \${id_birth_date})`)]
    case 'current_sex':
      return [
        calculate(
          name,
          `coalesce(\${${questionOf(instrument, 'sex')}}, if(\${id_fault} = '', \${id_sex}, ''))`,
        ),
      ]
    case 'age':
      return [calculate(name, FULL_YEARS)]
    default:
      throw new Error(`the instrument asks for an input that no form gives: ${name}`)
  }
}

/** Full years from the date of birth to the reference date, as `fullYearsBetween`. */
const FULL_YEARS =
  "if(${current_birth_date} != '' and ${as_of} != '', number(substr(${as_of}, 0, 4)) - number(substr(${current_birth_date}, 0, 4)) - if(number(translate(substr(${as_of}, 5, 10), '-', '')) < number(translate(substr(${current_birth_date}, 5, 10), '-', '')), 1, 0), '')"

function respondentMark({ roles }: Instrument): FormField {
  const choice = `\${${FORM_NAMES.memberChoice}}`
  return calculate(
    RESPONDENT_MARK,
    `if(${choice} != '' and ${choice} = \${${roles.respondent}}, \${age}, '')`,
  )
}

function questionOf({ prefilled }: Instrument, field: keyof RosterMember): string {
  const question = prefilled.get(field)
  if (question === undefined) throw new Error(`no question asks for ${field}`)
  return question
}

function calculate(name: string, calculation: string): FormField {
  return { kind: 'field', type: 'calculate', name, calculation }
}
