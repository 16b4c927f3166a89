import type { Problem, Severity } from '../shared/Problem'
import type { ProblemCode } from '../shared/ProblemCode'
import { cellText, isBlank } from './cellText'
import { noHouseholdValues, takeHouseholdCell, type HouseholdValues } from './HouseholdValues'
import { lostDigits } from './lostDigits'
import type { MappedColumn } from './mapColumns'
import { noMemberValues, takeMemberCell, type MemberValues } from './MemberValues'
import { rowCells } from './rowCells'
import { CHECKED_FIELDS, type HouseholdField, type MemberField, type RosterField } from './RosterField'
import { NOTHING_KEPT, type HouseholdBlock, type Kept, type MappedSheet, type RosterRow } from './RosterRow'
import { cellAddress, type RawCell } from './SheetTable'
import type { Trouble } from './values/Reading'
import { booksWith, type ValueBooks } from './values/ValueBooks'

/** Reads the rows of one sheet in their order; a row that repeats its household's cells belongs to the block above it. */
export interface RowReader {
  /** With the cells of the rows read so far. */
  readonly problems: readonly Problem[]
  read(row: number): RosterRow
  noteSectionTitle(row: number): void
}

/** A reader that stands at the first row below the header. */
export function rowReader(sheet: MappedSheet, books: ValueBooks): RowReader {
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
  const cellOf = rowCells(sheet, householdColumns, books.dittos, reportDitto)
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

  function reportDitto(row: number, column: MappedColumn, mark: string, taken: RawCell): void {
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

  /** True when the row's household columns only repeat, or leave blank, what the block already says. */
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

/** On a list that names only heads, whatever a row says of a person it says of the head. */
function headOf(
  { headName, headIdNumber, headNumber }: HouseholdValues,
  member: MemberValues,
): MemberValues | null {
  if ((headName ?? headIdNumber ?? headNumber) === null) return null
  return { ...member, name: headName, idNumber: headIdNumber, memberNumber: headNumber, relation: 'head' }
}

/** False where nothing that names the household could be read: equal cells then say nothing. */
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

/** Columns that say which household a row belongs to. */
const KEY_FIELDS: readonly RosterField[] = ['householdNumber', 'headNumber', 'headIdNumber', 'headName']
/** Columns that make a row speak of a person. */
const PERSON_FIELDS: readonly RosterField[] = ['name', 'idNumber', 'memberNumber', 'relation']
