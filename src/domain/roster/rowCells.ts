import { cellText, isBlank } from './cellText'
import type { MappedColumn } from './mapColumns'
import type { MappedSheet } from './RosterRow'
import { mergedSources } from './mergedSources'
import { IDENTITY_FIELDS, type RosterField } from './RosterField'
import type { RawCell } from './SheetTable'
import { dittoMark, type DittoMarks } from './values/dittoMark'

/** Called with a ditto mark (in a merged area, its first cell) and the value it repeats; `null` where there is none. */
export type ReportDitto = (row: number, column: MappedColumn, mark: string, taken: RawCell) => void

/**
 * Reads the cells of data rows, one row after the other: merged household cells hold the value of their area, and a ditto
 * mark the value of the cell above it. Household columns are often filled on a head's row alone, so above them counts the
 * last filled cell; above a person's cell, only the person before. Nobody has another's name or number.
 */
export function rowCells(
  { table, header }: MappedSheet,
  householdColumns: readonly MappedColumn[],
  dittos: DittoMarks,
  report: ReportDitto,
): (row: number, column: MappedColumn) => RawCell {
  const ofHousehold = new Set(householdColumns.map(({ column }) => column))
  const sources = mergedSources(table, header.bottom + 1, ofHousehold)
  const above: RawCell[] = []
  return (row, column) => {
    const at = column.column
    const source = sources.size === 0 ? undefined : sources.get(at)?.[row]
    const cell = table.cell(source ?? row, at)
    const mark = column.field === null ? undefined : dittoMark(cell, dittos)
    if (mark === undefined) {
      if (!isBlank(cell) || !ofHousehold.has(at)) above[at] = cell
      return cell
    }
    const isTaken = mark === 'above' && !OWN_FIELDS.includes(column.field)
    const found = isTaken && !isBlank(above[at] ?? null) ? (above[at] ?? null) : null
    above[at] = found
    report(row, column, cellText(cell) ?? '', found)
    return found
  }
}

const OWN_FIELDS: readonly (RosterField | null)[] = IDENTITY_FIELDS.filter(
  (field) => field !== 'householdNumber',
)
