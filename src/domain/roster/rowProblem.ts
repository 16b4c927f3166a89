import type { Problem, Severity } from '../shared/Problem'
import { cellText } from './cellText'
import type { RosterField } from './RosterField'
import type { MappedSheet } from './RosterRow'
import { cellAddress } from './SheetTable'
import type { ProblemCode } from '../shared/ProblemCode'

/** A problem of a row, placed at the first of `fields` that the sheet has a column for, else at the row's start. */
export function rowProblem(
  code: ProblemCode,
  severity: Severity,
  sheet: MappedSheet,
  row: number,
  fields: readonly RosterField[],
  details: Readonly<Record<string, string | number>> = {},
): Problem {
  const field = fields.find((field) => sheet.columnOf.has(field))
  const column = field === undefined ? 0 : (sheet.columnOf.get(field) ?? 0)
  return {
    code,
    severity,
    place: { file: sheet.table.file, sheet: sheet.table.sheet, cell: cellAddress(row, column) },
    value: cellText(sheet.table.cell(row, column)),
    details,
  }
}
