import type { Problem, Severity } from '../shared/Problem'
import { cellText, isBlank } from './cellText'
import { noHouseholdValues, takeHouseholdCell, type HouseholdValues } from './HouseholdValues'
import type { MappedColumn } from './mapColumns'
import { noMemberValues, takeMemberCell, type MemberValues } from './MemberValues'
import { CHECKED_FIELDS, type HouseholdField, type MemberField, type RosterField } from './RosterField'
import { NOTHING_KEPT, type HouseholdBlock, type Kept, type MappedSheet, type RosterRow } from './RosterRow'
import { rowKind, type MarkerBook } from './rowKind'
import { cellAddress, type RawCell } from './SheetTable'
import { lostDigits } from './lostDigits'
import { rowCells } from './rowCells'
import { listEnd } from './listEnd'
import { rowWidth, unreadCells } from './rowWidth'
import type { Trouble } from './values/Reading'
import { booksWith, type ValueBooks } from './values/ValueBooks'
import type { ProblemCode } from '../shared/ProblemCode'

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
  const reader = sheetReader(sheet, books)
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
  const told = problems.concat(reader.problems, unreadCells(sheet, rows))
  return { rows, skipped, rejected, problems: told }
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

interface SheetReader {
  readonly problems: readonly Problem[]
  read(row: number): RosterRow
  noteSectionTitle(row: number): void
}

function sheetReader(sheet: MappedSheet, books: ValueBooks): SheetReader {
  const { table } = sheet
  const problems: Problem[] = []
  const hasMembers = PERSON_FIELDS.some((field) => sheet.columnOf.has(field))
  const ofSheet = { ...books, epochShift: table.epochShift }
  const booksOf = new Map(
    Object.entries(sheet.numbers).map(([letters, meanings]) => [letters, booksWith(ofSheet, meanings)]),
  )
  const lost = lostDigits(sheet)
  const columns = sheet.columns.filter(({ isDropped }) => isDropped !== true)
  const isHouseholdColumn = ({ scope, field }: MappedColumn) =>
    scope === 'household' || (!hasMembers && field === null)
  const householdColumns = columns.filter(isHouseholdColumn)
  const memberColumns = columns.filter((column) => !isHouseholdColumn(column))
  const keyIndexes = householdColumns.flatMap(({ field }, index) =>
    field !== null && KEY_FIELDS.includes(field) ? [index] : [],
  )
  const cellOf = rowCells(sheet, householdColumns, books.dittos, tellDitto)
  let blockCells: readonly RawCell[] = []
  let block: HouseholdBlock | null = null

  function report(
    code: ProblemCode,
    severity: Severity,
    row: number,
    column: MappedColumn,
    details?: Trouble['details'],
  ): void {
    problems.push({
      code,
      severity,
      place: { file: table.file, sheet: table.sheet, cell: cellAddress(row, column.column) },
      value: cellText(table.cell(row, column.column)),
      details: { header: column.header, ...details },
    })
  }

  function tellDitto(row: number, column: MappedColumn, mark: string, taken: RawCell): void {
    const details = { mark, taken: cellText(taken) ?? '' }
    if (taken === null) report('ditto_unclear', 'warning', row, column, details)
    else report('ditto_mark', 'note', row, column, details)
  }

  function cellsOf(row: number, columns: readonly MappedColumn[]): readonly RawCell[] {
    return columns.map((column) => cellOf(row, column))
  }

  /** Takes the cells one by one; returns the texts to be kept. */
  function take(
    row: number,
    columns: readonly MappedColumn[],
    cells: readonly RawCell[],
    takeCell: (field: RosterField, cell: RawCell, books: ValueBooks) => Trouble | null,
  ): Kept {
    let kept: Record<string, string> | null = null
    columns.forEach((column, index) => {
      const cell = cells[index] ?? null
      if (cell === null) return
      const { field } = column
      const trouble =
        field === null
          ? null
          : (lost(column.column, cell) ?? takeCell(field, cell, booksOf.get(column.letters) ?? ofSheet))
      if (trouble !== null) report(trouble.code, 'warning', row, column, trouble.details)
      if (staysText(column, trouble)) kept = keep(kept, column, sheet.listed.cell(row, column.column) ?? cell)
    })
    return kept ?? NOTHING_KEPT
  }

  function readMember(row: number): { member: MemberValues; kept: Kept } {
    const member = noMemberValues()
    const kept = take(row, memberColumns, cellsOf(row, memberColumns), (field, cell, books) =>
      takeMemberCell(member, field as MemberField, cell, books),
    )
    return { member, kept }
  }

  function readBlock(row: number, cells: readonly RawCell[]): HouseholdBlock {
    const values = noHouseholdValues()
    blockCells = cells
    const kept = take(row, householdColumns, cells, (field, cell, books) =>
      takeHouseholdCell(values, field as HouseholdField, cell, books),
    )
    return { values, kept, row }
  }

  /** True when the row's household columns only repeat, or leave blank, what the block already has. */
  function repeatsBlock(cells: readonly RawCell[], relation: string | null): boolean {
    if (block === null) return false
    let keysEqual = false
    for (const index of keyIndexes) {
      const cell = cells[index] ?? null
      if (isBlank(cell)) continue
      if (!sameCell(cell, blockCells[index] ?? null)) return false
      keysEqual = isNamed(block.values)
    }
    if (!keysEqual && (relation === null || relation === 'head')) return false
    return cells.every((cell, index) => isBlank(cell) || sameCell(cell, blockCells[index] ?? null))
  }

  return {
    problems,
    read(row) {
      const { member, kept } = readMember(row)
      const cells = cellsOf(row, householdColumns)
      if (block === null || !repeatsBlock(cells, member.relation)) block = readBlock(row, cells)
      return { sheet, row, block, member: hasMembers ? member : headOf(block.values, member), kept }
    },
    noteSectionTitle(row) {
      const column = sheet.columns.find(({ column }) => !isBlank(table.cell(row, column)))
      if (column !== undefined) report('row_is_text', 'note', row, column)
    },
  }
}

/** On a list that names only heads, all values of a row about a person are about the head. */
function headOf(
  { headName, headIdNumber, headNumber }: HouseholdValues,
  member: MemberValues,
): MemberValues | null {
  if ((headName ?? headIdNumber ?? headNumber) === null) return null
  return { ...member, name: headName, idNumber: headIdNumber, memberNumber: headNumber, relation: 'head' }
}

/** False where nothing that names the household could be read: equal cells then mean nothing. */
function isNamed({ householdNumber, headNumber, headIdNumber, headName }: HouseholdValues): boolean {
  return (householdNumber ?? headNumber ?? headIdNumber ?? headName) !== null
}

/** What no field of the household or member holds is kept as the list has it. */
function staysText({ field }: MappedColumn, trouble: Trouble | null): boolean {
  return field === null || trouble !== null || CHECKED_FIELDS.includes(field)
}

function keep(
  kept: Record<string, string> | null,
  column: MappedColumn,
  cell: RawCell,
): Record<string, string> | null {
  const text = cellText(cell)
  if (text === null) return kept
  // Without a prototype: a header may be `__proto__`.
  const record = kept ?? (Object.create(null) as Record<string, string>)
  record[column.header] = text
  return record
}

function sameCell(left: RawCell, right: RawCell): boolean {
  if (left === right) return true
  return typeof left === 'object' && typeof right === 'object' && cellText(left) === cellText(right)
}

/** Columns that show which household a row belongs to. */
const KEY_FIELDS: readonly RosterField[] = ['householdNumber', 'headNumber', 'headIdNumber', 'headName']
/** Columns that make a row speak of a person. */
const PERSON_FIELDS: readonly RosterField[] = ['name', 'idNumber', 'memberNumber', 'relation']
