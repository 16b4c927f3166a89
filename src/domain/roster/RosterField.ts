/** Columns that describe the household; filled on every row, on the head's row only, or merged. */
export const HOUSEHOLD_FIELDS = [
  'householdNumber',
  'headNumber',
  'headName',
  'headIdNumber',
  'province',
  'city',
  'county',
  'township',
  'village',
  'hamlet',
  'statedSize',
  'exitState',
  'householdType',
  'exitYear',
  'category',
  'identifiedYear',
  'povertyCause',
  'unsafeHouse',
  'safeWater',
  'registryIncome',
  'wageIncome',
  'phone',
  'dataDate',
] as const

/** Columns that describe one person. */
export const MEMBER_FIELDS = [
  'memberNumber',
  'name',
  'sex',
  'birthDate',
  'age',
  'idNumber',
  'relation',
  'ethnicity',
  'educationLevel',
  'studentStatus',
  'health',
  'laborAbility',
  'workPlace',
  'workMonths',
  'receivesAllowance',
  'dropoutReason',
  'memberPhone',
] as const

export type HouseholdField = (typeof HOUSEHOLD_FIELDS)[number]
export type MemberField = (typeof MEMBER_FIELDS)[number]
export type RosterField = HouseholdField | MemberField
export type FieldScope = 'household' | 'member'

/** Columns that show whether a household is on the register; a list without any of them lists unregistered ones. */
export const REGISTER_FIELDS: readonly RosterField[] = ['exitState', 'householdType', 'exitYear', 'category']

/** Columns that only the checks read: the list's text stays with the household or member, to be exported again. */
export const CHECKED_FIELDS: readonly RosterField[] = ['wageIncome', 'receivesAllowance', 'dropoutReason']

/** Columns that show whom a row is about: choosing the wrong one of two would make everything wrong. */
export const IDENTITY_FIELDS: readonly RosterField[] = ['householdNumber', 'memberNumber', 'name', 'idNumber']
