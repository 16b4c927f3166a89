import type { Problem } from '../../../shared/Problem'
import type { ProblemCode } from '../../../shared/ProblemCode'
import type { TableData } from './TableData'

/** A problem of a table's definition; `part` names what of it: `row resident`, `filter`. */
export function tableProblem(
  code: Extract<ProblemCode, `table_${string}`>,
  table: Pick<TableData, 'id'>,
  part: string | null,
  value: string,
): Problem {
  return { code, severity: 'error', place: { question: placeInTable(table, part) }, value }
}

/** What a part of a table is called in problems: a table, and the row if it is of one. */
export function placeInTable({ id }: Pick<TableData, 'id'>, part: string | null): string {
  return part === null ? `table ${id}` : `table ${id}, ${part}`
}
