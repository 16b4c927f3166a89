import type { Population } from '../../../domain/programmes/census/tables/TableData'

/** The sheets of codes, by whose cases stand there: how their names begin, too. */
export const UNIT_SHEETS = {
  householdCodes: { prefix: 'H', populations: ['listed', 'households'] },
  personCodes: { prefix: 'P', populations: ['persons', 'children'] },
  villageCodes: { prefix: 'V', populations: ['villages'] },
} as const satisfies Readonly<
  Record<string, { readonly prefix: string; readonly populations: readonly Population[] }>
>

export type UnitSheet = keyof typeof UNIT_SHEETS

/** Key of a table's column of codes, or of one of its rows, or of who has answered it (`base`). */
export function codeColumn(table: string, row?: string): string {
  return row === undefined ? `table_${table}` : `table_${table}_${row}`
}

/** What the column is called in formulas, in the whole workbook. */
export function codeName(table: string, row?: string): string {
  return row === undefined ? `D_${table}` : `D_${table}_${row}`
}

/** Names the column of who is counted in a table of several rows. */
export const BASE = 'base'

/** What the count of a cell of the county is called. */
export function countName(table: string, row: string, column?: string): string {
  return ['C', table, row, ...(column === undefined ? [] : [column])].join('_')
}
