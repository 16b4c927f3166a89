import type { HouseholdMark, RegisterStatus } from './Roster'
import type { HouseholdField } from './RosterField'
import type { RawCell } from './SheetTable'
import { amount, wholeNumber } from './values/amount'
import { calendarDate, isoDate, type CalendarDate } from './values/calendarDate'
import { codeLabel, codeLabels } from './values/codeLabel'
import { idNumber } from './values/idNumber'
import { personName, phoneNumber, plainText, registerCode } from './values/plainText'
import { NOTHING, readingOf, unreadable, type Reading } from './values/Reading'
import type { ValueBooks } from './values/ValueBooks'
import { yesNo } from './values/yesNo'

/** The values of one row about its household; `null` where nothing can be read. */
export interface HouseholdValues {
  householdNumber: string | null
  headNumber: string | null
  headName: string | null
  headIdNumber: string | null
  province: string | null
  city: string | null
  county: string | null
  township: string | null
  village: string | null
  hamlet: string | null
  statedSize: number | null
  exitState: RegisterStatus | null
  /** From the same cell as the status. */
  mark: HouseholdMark | null
  category: string | null
  exitYear: number | null
  identifiedYear: number | null
  povertyCause: readonly string[] | null
  unsafeHouse: boolean | null
  safeWater: boolean | null
  registryIncome: number | null
  wageIncome: number | null
  phone: string | null
  /** ISO date. */
  dataDate: string | null
}

/** The values with a column of their own. */
export type HouseholdValue = Exclude<keyof HouseholdValues, 'mark'>

/** What a household takes from its values as it stands there. */
export function plainFacts(values: HouseholdValues) {
  return {
    exitYear: values.exitYear,
    identifiedYear: values.identifiedYear,
    province: values.province,
    county: values.county,
    township: values.township,
    village: values.village,
    hamlet: values.hamlet,
    registryIncome: values.registryIncome,
    category: values.category,
    povertyCauses: values.povertyCause ?? [],
    statedSize: values.statedSize,
    phone: values.phone,
    unsafeHouse: values.unsafeHouse,
    safeWater: values.safeWater,
  }
}

export function noHouseholdValues(): HouseholdValues {
  return {
    householdNumber: null,
    headNumber: null,
    headName: null,
    headIdNumber: null,
    province: null,
    city: null,
    county: null,
    township: null,
    village: null,
    hamlet: null,
    statedSize: null,
    exitState: null,
    mark: null,
    category: null,
    exitYear: null,
    identifiedYear: null,
    povertyCause: null,
    unsafeHouse: null,
    safeWater: null,
    registryIncome: null,
    wageIncome: null,
    phone: null,
    dataDate: null,
  }
}

/** Reads a cell of a household column into `values`; returns what is wrong with it, if anything. */
export function takeHouseholdCell(
  values: HouseholdValues,
  field: HouseholdField,
  cell: RawCell,
  books: ValueBooks,
): Reading<unknown>['trouble'] {
  const { codes, missing, limits, epochShift } = books
  switch (field) {
    case 'householdNumber':
    case 'headNumber':
      return put(values, field, registerCode(cell, missing))
    case 'headName':
      return put(values, field, personName(cell, missing))
    case 'headIdNumber':
      return put(values, field, idNumber(cell, missing))
    case 'province':
    case 'city':
    case 'county':
    case 'township':
    case 'village':
    case 'hamlet':
      return put(values, field, plainText(cell, missing))
    case 'phone':
      return put(values, field, phoneNumber(cell, missing))
    case 'statedSize':
      return put(values, field, wholeNumber(cell, missing, limits.householdSizeAtMost, PERSON_UNITS))
    case 'exitState':
    case 'category':
    case 'householdType':
      return takeRegisterLabel(values, cell, books)
    case 'exitYear':
      return put(values, field, yearWithin(exitYearDate(cell, books), limits.firstYear, limits.lastYear))
    case 'identifiedYear':
      return put(
        values,
        field,
        yearWithin(calendarDate(cell, missing, epochShift), limits.firstYear, limits.lastYear),
      )
    case 'povertyCause':
      return addCauses(values, codeLabels(cell, codes.poverty_cause, missing))
    case 'unsafeHouse':
    case 'safeWater':
      return put(values, field, yesNo(cell, codes.yes_no, missing))
    case 'registryIncome':
    case 'wageIncome':
      return put(values, field, amount(cell, missing))
    case 'dataDate':
      return put(values, field, dateText(calendarDate(cell, missing, epochShift)))
  }
}

function put<Key extends HouseholdValue>(
  values: HouseholdValues,
  key: Key,
  reading: Reading<NonNullable<HouseholdValues[Key]>>,
): Reading<unknown>['trouble'] {
  values[key] = reading.value as HouseholdValues[Key]
  return reading.trouble
}

function registerStatus(cell: RawCell, { codes, missing }: ValueBooks): Reading<RegisterStatus> {
  return codeLabel(cell, codes.register_status, missing) as Reading<RegisterStatus>
}

/**
 * 脱贫属性, 贫困户属性 and 户类型 borrow each other's words (`一般农户` under 贫困户属性): each value is looked up in
 * both lists, and the column it stands in does not matter.
 */
function takeRegisterLabel(
  values: HouseholdValues,
  cell: RawCell,
  books: ValueBooks,
): Reading<unknown>['trouble'] {
  const category = codeLabel(cell, books.codes.household_category, books.missing)
  if (category.value !== null) return put(values, 'category', category)
  const mark = codeLabel(cell, books.codes.household_mark, books.missing)
  values.mark ??= mark.value as HouseholdMark | null
  const status = registerStatus(cell, books)
  if (status.value !== null) values.exitState ??= status.value
  return status.trouble
}

/** Lists write `未脱贫` or 0 under 脱贫年度 for those who have not exited: no year, and nothing wrong. */
function exitYearDate(cell: RawCell, books: ValueBooks): Reading<CalendarDate> {
  if (cell === 0 || cell === '0') return NOTHING
  const status = registerStatus(typeof cell === 'string' ? cell : null, books)
  return status.value === 'poor' ? NOTHING : calendarDate(cell, books.missing, books.epochShift)
}

function yearWithin(date: Reading<CalendarDate>, first: number, last: number): Reading<number> {
  if (date.value === null) return { value: null, trouble: date.trouble }
  const { year } = date.value
  return year >= first && year <= last ? readingOf(year) : unreadable('year_out_of_range', { first, last })
}

function dateText(date: Reading<CalendarDate>): Reading<string> {
  return date.value === null ? { value: null, trouble: date.trouble } : readingOf(isoDate(date.value))
}

function addCauses(
  values: HouseholdValues,
  reading: Reading<readonly string[]>,
): Reading<unknown>['trouble'] {
  if (reading.value !== null)
    values.povertyCause = [...new Set([...(values.povertyCause ?? []), ...reading.value])]
  return reading.trouble
}

const PERSON_UNITS = ['口人', '人', '口']
