import type { RosterMember } from '../roster/Roster'
import { isIsoDate } from '../shared/calendar'
import type { Problem } from '../shared/Problem'
import { NO_REPEATS, type Evaluate } from './compileExpression'
import type { NameIndex } from './indexNames'
import type { QuestionData, QuestionType } from './Instrument'

/**
 * Whether what a question's data fix beforehand can be its answer: `default` and `quickFill` by type, choices and, as
 * `range`, a constraint that asks for nothing but the answer; `prefill` by the roster's field. A typo is reported with its place.
 */
export function checkFixedValues(
  question: QuestionData,
  isOfMember: boolean,
  names: NameIndex,
  range: Evaluate | null,
): readonly Problem[] {
  const { quickFill, prefill } = question
  const problems: Problem[] = []
  if (question.default !== undefined && !isDefault(question, question.default, names))
    problems.push(unfit(question, 'default', question.default))
  if (quickFill !== undefined && !(isOfMember && isQuickFill(question, quickFill, names, range)))
    problems.push(unfit(question, 'quickFill', quickFill))
  if (prefill !== undefined && !(isOfMember && isPrefill(question, prefill)))
    problems.push(unfit(question, 'prefill', prefill))
  return problems
}

/** A default is taken as the text it is, so numbers, lists and strokes can have none. */
function isDefault({ type, choices }: QuestionData, text: string, names: NameIndex): boolean {
  switch (type) {
    case 'select_one':
      return names.offers(choices ?? '', text)
    case 'date':
      return isIsoDate(text)
    case 'text':
      return text.trim() !== ''
    default:
      return false
  }
}

function isQuickFill(
  { type, choices }: QuestionData,
  text: string,
  names: NameIndex,
  range: Evaluate | null,
): boolean {
  switch (type) {
    case 'select_one':
    case 'select_multiple':
      return names.offers(choices ?? '', text)
    case 'integer':
    case 'decimal':
      return (type === 'integer' ? /^\d+$/ : /^\d+(\.\d+)?$/).test(text) && isInRange(Number(text), range)
    default:
      return false
  }
}

function isInRange(value: number, range: Evaluate | null): boolean {
  return range === null || range({ household: [], own: [], repeats: NO_REPEATS, self: value }) === true
}

function isPrefill({ type, choices }: QuestionData, field: string): boolean {
  const fact = Object.hasOwn(ROSTER_FACTS, field) ? ROSTER_FACTS[field as keyof RosterMember] : undefined
  return fact !== undefined && fact.type === type && fact.choices === choices
}

/** Facts of a member that the roster may know, as the form asks for them; lists are those of `resources/codes`. */
const ROSTER_FACTS: Partial<Record<keyof RosterMember, { type: QuestionType; choices?: string }>> = {
  name: { type: 'text' },
  idNumber: { type: 'text' },
  relation: { type: 'select_one', choices: 'relation' },
  birthDate: { type: 'date' },
  sex: { type: 'select_one', choices: 'sex' },
  ethnicity: { type: 'text' },
  educationLevel: { type: 'select_one', choices: 'education_level' },
  studentStatus: { type: 'select_one', choices: 'student_status' },
  health: { type: 'select_multiple', choices: 'health' },
  laborAbility: { type: 'select_one', choices: 'labor_ability' },
  workPlace: { type: 'select_one', choices: 'work_place' },
  workMonths: { type: 'integer' },
  phone: { type: 'text' },
}

function unfit({ name }: QuestionData, field: string, value: string): Problem {
  return {
    code: 'instrument_value_unfit',
    severity: 'error',
    place: { question: name },
    value,
    details: { field },
  }
}
