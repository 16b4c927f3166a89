import type { Problem } from '../shared/Problem'
import { cellText, isBlank } from './cellText'
import { listEnd } from './listEnd'
import { rowKind, type MarkerBook } from './rowKind'
import { rowReader } from './rowReader'
import type { MappedSheet, RosterRow } from './RosterRow'
import { rowWidth, unreadCells } from './rowWidth'
import { cellAddress } from './SheetTable'
import type { ValueBooks } from './values/ValueBooks'

export interface ReadRows {
  readonly rows: readonly RosterRow[]
  /** Title, header, total, signature, note and blank rows. */
  readonly skipped: number
  /** Rows whose cells cannot be assigned to columns, and rows of another table below. */
  readonly rejected: number
  readonly problems: readonly Problem[]
}

/** Reads every row below the header. Problems with a cell never stop its row: what cannot be read is `null`. */
export function readRows(sheet: MappedSheet, books: ValueBooks, markers: MarkerBook): ReadRows {
  const reader = rowReader(sheet, books)
  const width = rowWidth(sheet)
  const ends = listEnd(sheet)
  const rows: RosterRow[] = []
  const problems: Problem[] = []
  const above = tableAbove(sheet, markers)
  let rejected = above === null ? 0 : sheet.header.top - above
  let skipped = sheet.header.bottom + 1 - rejected
  if (above !== null) problems.push(anotherTable(sheet, above, sheet.header.top))
  for (let row = sheet.header.bottom + 1; row < sheet.table.rowCount; row++) {
    const kind = rowKind(sheet, row, markers)
    if (kind === 'other_header') {
      rejected += sheet.table.rowCount - row
      problems.push(anotherTable(sheet, row, sheet.table.rowCount))
      break
    }
    // Whatever words the moved cells of a wider row hold, they are no title's.
    const isRead = kind === 'data' || (kind !== 'blank' && width.isWider(row))
    const fault = isRead ? (width.fault(row) ?? ends.fault(row)) : null
    if (!isRead) {
      skipped++
      if (kind === 'section_title') reader.noteSectionTitle(row)
      if (kind === 'blank') ends.passBlank()
    } else if (fault?.severity === 'error') {
      rejected++
      problems.push(fault)
    } else {
      if (fault !== null) problems.push(fault)
      rows.push(reader.read(row))
    }
  }
  // Joined, not pushed: a sheet may have more problems than a call has room for.
  const all = problems.concat(reader.problems, unreadCells(sheet, rows))
  return { rows, skipped, rejected, problems: all }
}

/** The header of a table that stands above the one that was found, among what would else be titles. */
function tableAbove(sheet: MappedSheet, markers: MarkerBook): number | null {
  for (let row = 0; row < sheet.header.top; row++)
    if (rowKind(sheet, row, markers) === 'other_header') return row
  return null
}

/** A table with columns of its own, up to `end`: its people are not read by the header of another. */
function anotherTable({ table, header }: MappedSheet, row: number, end: number): Problem {
  const column = header.columns.find(({ column }) => !isBlank(table.cell(row, column)))?.column ?? 0
  return {
    code: 'second_table',
    severity: 'error',
    place: { file: table.file, sheet: table.sheet, cell: cellAddress(row, column) },
    value: cellText(table.cell(row, column)),
    details: { row: row + 1, lastRow: end },
  }
}
