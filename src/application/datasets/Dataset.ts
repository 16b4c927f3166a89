import type { Text } from '../../domain/instrument/Instrument'
import type { TermOf } from '../texts/Texts'
import type { ReviewedHousehold } from '../workbook/WorkbookInput'
import type { Writing } from '../workbook/writings'
import { soundNames } from './names'

/** A table for programs, one definition for every format that is written. */
export interface Dataset {
  /** Names it to programs. */
  readonly key: TermOf<'datasets'>
  readonly variables: readonly Variable[]
  /** Cells of the household's rows, in the order of the variables. */
  rowsOf(household: ReviewedHousehold): readonly DataRow[]
}

/** What is known of a column without any row. */
export interface Variable {
  /** ASCII, at most 32 characters, unique in its table: a question's own name where it is one. */
  readonly name: string
  readonly label: Text
  readonly type: VariableType
  /** Of a `code`: what may stand there. */
  readonly codes?: readonly Code[]
  readonly origin: TermOf<'dataOrigins'>
}

/** `date`: a calendar day, ISO. `instant`: an ISO instant. `yuan`, `decimal`: numbers with decimals. `code`: one of the variable's codes. */
export type VariableType = TermOf<'dataTypes'>

/** A code as the form has it, and the number that stands for it where labels need one. */
export interface Code {
  readonly code: string
  readonly number: number
  readonly label: Text
}

/** Why there is no value; `null` in its place: nothing to say, as where the list has no such column. */
export interface Missing {
  readonly missing: Writing
}

export type DataCell = string | number | Missing | null

export type DataRow = readonly DataCell[]

export function isMissing(cell: DataCell): cell is Missing {
  return typeof cell === 'object' && cell !== null
}

export const MISSING: Readonly<Record<Writing, Missing>> = {
  not_applicable: { missing: 'not_applicable' },
  unanswered: { missing: 'unanswered' },
  conflict: { missing: 'conflict' },
  hidden: { missing: 'hidden' },
}

/** A variable with its cell of a row. */
export interface VariableOf<Row> extends Variable {
  value(row: Row): DataCell
}

/** A table when nobody needs to know any more what its rows are; names are made such as every format takes. */
export function datasetOf<Row>(
  key: Dataset['key'],
  variables: readonly VariableOf<Row>[],
  rowsOf: (household: ReviewedHousehold) => readonly Row[],
): Dataset {
  const names = soundNames(variables.map(({ name }) => name))
  return {
    key,
    variables: variables.map((variable, index) => ({ ...variable, name: names[index] ?? variable.name })),
    rowsOf: (household) => rowsOf(household).map((row) => variables.map((variable) => variable.value(row))),
  }
}

/** A table with its rows, which may be gone through more than once. */
export interface DataTable {
  readonly key: TermOf<'datasets'>
  readonly variables: readonly Variable[]
  rows(): Iterable<DataRow>
}
