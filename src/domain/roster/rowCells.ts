import { cellText, isBlank } from './cellText'
import type { MappedColumn } from './mapColumns'
import type { MappedSheet } from './RosterRow'
import { mergedSources } from './mergedSources'
import { IDENTITY_FIELDS, type RosterField } from './RosterField'
import type { RawCell } from './SheetTable'
import type { DittoMarks } from './values/ValueBooks'

/** A cell of a data row with what it refers to in place of a ditto mark. */
export interface RowCell {
  readonly cell: RawCell
  /** Set where the cell held a ditto mark: what was found for it, or that nothing could be. */
  readonly ditto?: 'taken' | 'unclear'
}

/**
 * Reads the cells of data rows, one row after the other: merged household cells hold what their area says, and a ditto
 * mark what the cell above it says. Household columns are often filled on a head's row alone, so above them counts the
 * last filled cell; above a person's cell, only the person before. Nobody has another's name or number.
 */
export function rowCells(
  { table, header }: MappedSheet,
  householdColumns: readonly MappedColumn[],
  dittos: DittoMarks,
): (row: number, column: MappedColumn) => RowCell {
  const ofHousehold = new Set(householdColumns.map(({ column }) => column))
  const sources = mergedSources(table, header.bottom + 1, ofHousehold)
  const above = new Map<number, RawCell>()
  return (row, column) => {
    const at = column.column
    const cell = table.cell(sources.get(at)?.[row] ?? row, at)
    const mark = markOf(cell, column, dittos)
    if (mark === null) {
      if (!isBlank(cell) || !ofHousehold.has(at)) above.set(at, cell)
      return { cell }
    }
    const found = mark === 'above' && !OWN_FIELDS.includes(column.field) ? (above.get(at) ?? null) : null
    above.set(at, found)
    return isBlank(found) ? { cell: null, ditto: 'unclear' } : { cell: found, ditto: 'taken' }
  }
}

function markOf(cell: RawCell, { field }: MappedColumn, dittos: DittoMarks): 'above' | 'unclear' | null {
  if (typeof cell !== 'string' || field === null) return null
  const text = cellText(cell)?.toLowerCase() ?? ''
  if (text.length > LONGEST_MARK) return null
  if (dittos.above.has(text)) return 'above'
  return dittos.unclear.has(text) ? 'unclear' : null
}

const OWN_FIELDS: readonly (RosterField | null)[] = IDENTITY_FIELDS.filter(
  (field) => field !== 'householdNumber',
)
const LONGEST_MARK = 8
