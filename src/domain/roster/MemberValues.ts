import type { Sex } from './Roster'
import type { MemberField } from './RosterField'
import type { RawCell } from './SheetTable'
import { ageInMonths, wholeNumber } from './values/amount'
import { calendarDate, type CalendarDate } from './values/calendarDate'
import { codeLabel, codeLabels, type CodeBook } from './values/codeLabel'
import { idNumber } from './values/idNumber'
import { personName, phoneNumber, plainText, registerCode } from './values/plainText'
import { NOTHING, type Reading } from './values/Reading'
import type { ValueBooks } from './values/ValueBooks'
import { yesNo } from './values/yesNo'

/** The values of one row about its person; `null` where nothing can be read. */
export interface MemberValues {
  memberNumber: string | null
  name: string | null
  sex: Sex | null
  birthDate: CalendarDate | null
  /** In whole months. */
  age: number | null
  idNumber: string | null
  relation: string | null
  ethnicity: string | null
  educationLevel: string | null
  studentStatus: string | null
  health: readonly string[] | null
  laborAbility: string | null
  workPlace: string | null
  workMonths: number | null
  receivesAllowance: boolean | null
  dropoutReason: string | null
  memberPhone: string | null
}

export function noMemberValues(): MemberValues {
  return {
    memberNumber: null,
    name: null,
    sex: null,
    birthDate: null,
    age: null,
    idNumber: null,
    relation: null,
    ethnicity: null,
    educationLevel: null,
    studentStatus: null,
    health: null,
    laborAbility: null,
    workPlace: null,
    workMonths: null,
    receivesAllowance: null,
    dropoutReason: null,
    memberPhone: null,
  }
}

/** Reads a cell of a member column into `values`; returns what is wrong with it, if anything. */
export function takeMemberCell(
  values: MemberValues,
  field: MemberField,
  cell: RawCell,
  { codes, missing, limits, epochShift }: ValueBooks,
): Reading<unknown>['trouble'] {
  switch (field) {
    case 'memberNumber':
      return put(values, field, registerCode(cell, missing))
    case 'memberPhone':
      return put(values, field, phoneNumber(cell, missing))
    case 'name':
      return put(values, field, personName(cell, missing))
    case 'sex':
      return put(values, field, codeLabel(cell, codes.sex, missing) as Reading<Sex>)
    case 'birthDate':
      return put(values, field, calendarDate(cell, missing, epochShift))
    case 'age':
      return put(values, field, ageInMonths(cell, missing, limits.ageAtMost))
    case 'idNumber':
      return put(values, field, idNumber(cell, missing))
    case 'relation':
      return put(values, field, codeLabel(cell, codes.relation, missing))
    case 'ethnicity':
      return put(values, field, plainText(cell, missing))
    case 'educationLevel':
      return put(values, field, codeLabel(cell, codes.education_level, missing))
    case 'studentStatus':
      return put(values, field, codeLabel(cell, codes.student_status, missing))
    case 'health':
      return put(values, field, codeLabels(cell, codes.health, missing))
    case 'laborAbility':
      return put(values, field, codeLabel(cell, codes.labor_ability, missing))
    case 'workPlace':
      return put(values, field, codeLabel(cell, codes.work_place, missing))
    case 'workMonths':
      return put(values, field, wholeNumber(cell, missing, limits.workMonthsAtMost, MONTH_UNITS))
    case 'receivesAllowance':
      return put(values, field, yesNo(cell, codes.yes_no, missing))
    case 'dropoutReason':
      return put(values, field, dropoutReason(cell, codes.yes_no, missing))
  }
}

/** Lists write `否` for a child who is at school: no reason, and nothing wrong. */
function dropoutReason(cell: RawCell, yesNoBook: CodeBook, missing: ReadonlySet<string>): Reading<string> {
  return yesNo(cell, yesNoBook, missing).value === false ? NOTHING : plainText(cell, missing)
}

function put<Key extends keyof MemberValues>(
  values: MemberValues,
  key: Key,
  reading: Reading<NonNullable<MemberValues[Key]>>,
): Reading<unknown>['trouble'] {
  values[key] = reading.value as MemberValues[Key]
  return reading.trouble
}

const MONTH_UNITS = ['个月', '月']
