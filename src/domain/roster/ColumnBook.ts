import { normaliseLabel, withoutItemNumber } from './normaliseLabel'
import { HOUSEHOLD_FIELDS, MEMBER_FIELDS } from './RosterField'
import type { ColumnDefinition } from './RosterVocabulary'

/** The known columns, ready for looking up by header. */
export type ColumnBook = ReadonlyMap<string, ColumnDefinition>

/** Throws when two columns share a label or a field does not exist: the data would be wrong, not the user's list. */
export function columnBook(columns: readonly ColumnDefinition[]): ColumnBook {
  const book = new Map<string, ColumnDefinition>()
  for (const column of columns) {
    if (column.field !== 'keep' && !FIELDS.has(column.field))
      throw new Error(`columns.json: no field ${column.field}`)
    for (const label of column.labels) {
      const key = normaliseLabel(label)
      const other = book.get(key)
      if (other !== undefined && other !== column) throw new Error(`columns.json: ${label} is claimed twice`)
      book.set(key, column)
    }
  }
  return book
}

/** The column a header names, without its item number or year; `null` when nobody knows it. */
export function columnOf(book: ColumnBook, header: string): ColumnDefinition | null {
  const label = normaliseLabel(header)
  const exact = book.get(label)
  if (exact !== undefined) return exact
  return book.get(withoutItemNumber(label)) ?? book.get(label.replace(YEAR, '')) ?? null
}

const FIELDS: ReadonlySet<string> = new Set([...HOUSEHOLD_FIELDS, ...MEMBER_FIELDS])
const YEAR = /^(19|20)\d{2}年?度?/
