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
  const bare = label.replace(REQUIRED, '')
  return book.get(bare) ?? book.get(withoutItemNumber(bare)) ?? book.get(bare.replace(YEAR, '')) ?? null
}

const FIELDS: ReadonlySet<string> = new Set([...HOUSEHOLD_FIELDS, ...MEMBER_FIELDS])
/** What forms write behind a header: 姓名（必填）. */
const REQUIRED = /^(必填|选填)|(必填项?|选填项?|可不填)$/
const YEAR = /^(19|20)\d{2}年?度?/
