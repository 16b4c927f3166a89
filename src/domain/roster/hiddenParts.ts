import type { Problem } from '../shared/Problem'
import type { MappedSheet } from './RosterRow'
import { cellAddress, columnLetters, type SheetTable } from './SheetTable'
import type { ProblemCode } from '../shared/ProblemCode'

/** Notes on the rows below the header and on the columns that the list hides: they are imported like all others. */
export function hiddenParts({ table, header }: MappedSheet): readonly Problem[] {
  const { columns } = table.hidden
  const rows = table.hidden.rows.filter((row) => row > header.bottom)
  const [firstRow] = rows
  const [firstColumn] = columns
  const notes: Problem[] = []
  if (firstRow !== undefined) {
    const details = { count: rows.length, firstRow: firstRow + 1 }
    notes.push(note(table, 'rows_hidden', cellAddress(firstRow, 0), null, details))
  }
  if (firstColumn !== undefined) {
    const letters = columns.map(columnLetters).join(', ')
    const cell = cellAddress(header.bottom, firstColumn)
    notes.push(note(table, 'columns_hidden', cell, letters, { count: columns.length }))
  }
  return notes
}

function note(
  { file, sheet }: SheetTable,
  code: ProblemCode,
  cell: string,
  value: string | null,
  details: Readonly<Record<string, number>>,
): Problem {
  return { code, severity: 'note', place: { file, sheet, cell }, value, details }
}
