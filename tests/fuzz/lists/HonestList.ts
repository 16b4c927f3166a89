/** What a cell of a list holds, before anybody writes it to a file. */
export type ListCell = string | number | DayCell | FormulaCell | ErrorCell | null

/** A date cell of a workbook; text in the other formats. */
export interface DayCell {
  readonly kind: 'day'
  readonly iso: string
}

/** A formula with the result that the writer stored; null when it stored none. */
export interface FormulaCell {
  readonly kind: 'formula'
  readonly cached: string | number | null
}

export interface ErrorCell {
  readonly kind: 'error'
}

/** What a column of a list says; `other` is what the campaign neither fills nor compares. */
export type ColumnKey =
  | 'ordinal' | 'county' | 'township' | 'village' | 'householdNumber' | 'memberNumber' | 'name' | 'idNumber' | 'size'
  | 'relation' | 'status' | 'exitYear' | 'income' | 'phone' | 'memberPhone' | 'headName' | 'headIdNumber' | 'headNumber'
  | 'sex' | 'birthDate' | 'age' | 'ethnicity' | 'dataDate' | 'other' // prettier-ignore

/** No value is right without a problem: the list itself no longer says what stood there. */
export const TO_BE_TOLD = Symbol('to be told')

/** The value of a field when read right: the value itself, or a test where several are right. */
export type Expected =
  string | number | null | readonly string[] | typeof TO_BE_TOLD | ((value: unknown) => boolean)

/** Fields of the roster, by the reader's names, with what they hold when read right. */
export type Expectations = Record<string, Expected>

export interface ListedPerson {
  readonly name: string
  readonly idNumber: string
  readonly memberNumber: string
  /** Code and word of the relation. */
  readonly relation: readonly [code: string, label: string]
  readonly birthDate: string
  readonly sex: '男' | '女'
  readonly phone: string
  readonly household: ListedHousehold
  expects: Expectations
}

export interface ListedHousehold {
  readonly number: string
  readonly village: string
  readonly status: readonly [code: string, label: string]
  readonly exitYear: number | null
  readonly income: number
  readonly size: number
  readonly phone: string
  readonly people: ListedPerson[]
  expects: Expectations
}

export interface ListColumn {
  label: string
  readonly key: ColumnKey
}

/** A row of a sheet as it will stand in the file. */
export interface ListRow {
  cells: ListCell[]
  /** Whom the row lists; null for titles, headers and whatever is nobody. */
  readonly person: ListedPerson | null
  isHidden?: boolean
  /** The line of a delimited file, where a mutation writes it by itself. */
  line?: string
  lineEnd?: string
}

export interface ListSheet {
  /** Files count from 0; two may have the same name. */
  fileIndex: number
  fileName: string
  readonly name: string
  columns: ListColumn[]
  rows: ListRow[]
  readonly header: ListRow
  /** Columns merged over the rows of a household. */
  readonly isMerged: boolean
  visibility: 'visible' | 'hidden' | 'veryHidden'
}

export interface HonestList {
  readonly form: string
  readonly households: ListedHousehold[]
  readonly sheets: ListSheet[]
}

/** Columns that describe the household. */
export const HOUSEHOLD_KEYS: ReadonlySet<ColumnKey> = new Set<ColumnKey>([
  'county', 'township', 'village', 'householdNumber', 'size', 'status', 'exitYear', 'income', 'phone', 'headName',
  'headIdNumber', 'headNumber', 'dataDate',
]) // prettier-ignore

/** The day on which the ages of a list are true. */
export const LIST_DATE = '2019-12-31'
