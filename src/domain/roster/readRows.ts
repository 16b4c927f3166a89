import type { Problem, Severity } from '../shared/Problem'
import { cellText, isBlank } from './cellText'
import { noHouseholdValues, takeHouseholdCell, type HouseholdValues } from './HouseholdValues'
import type { MappedColumn } from './mapColumns'
import { noMemberValues, takeMemberCell, type MemberValues } from './MemberValues'
import { CHECKED_FIELDS, type HouseholdField, type MemberField, type RosterField } from './RosterField'
import { NOTHING_KEPT, type HouseholdBlock, type Kept, type MappedSheet, type RosterRow } from './RosterRow'
import { rowKind, type MarkerBook } from './rowKind'
import { cellAddress, type RawCell } from './SheetTable'
import { mergedSources } from './mergedSources'
import type { Trouble } from './values/Reading'
import { booksWith, type ValueBooks } from './values/ValueBooks'

export interface ReadRows {
  readonly rows: readonly RosterRow[]
  /** Title, header, total, signature and blank rows. */
  readonly skipped: number
  readonly problems: readonly Problem[]
}

/** Reads every row below the header. Problems with a cell never stop its row: what cannot be read is `null`. */
export function readRows(sheet: MappedSheet, books: ValueBooks, markers: MarkerBook): ReadRows {
  const reader = sheetReader(sheet, books)
  const rows: RosterRow[] = []
  let skipped = sheet.header.bottom + 1
  for (let row = sheet.header.bottom + 1; row < sheet.table.rowCount; row++) {
    const kind = rowKind(sheet, row, markers)
    if (kind === 'data') {
      rows.push(reader.read(row))
      continue
    }
    skipped++
    if (kind === 'section_title') reader.noteSectionTitle(row)
  }
  return { rows, skipped, problems: reader.problems }
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
  const booksOf = new Map(
    Object.entries(sheet.numbers).map(([letters, meanings]) => [letters, booksWith(books, meanings)]),
  )
  const columns = sheet.columns.filter(({ isDropped }) => isDropped !== true)
  const isHouseholdColumn = ({ scope, field }: MappedColumn) =>
    scope === 'household' || (!hasMembers && field === null)
  const householdColumns = columns.filter(isHouseholdColumn)
  const memberColumns = columns.filter((column) => !isHouseholdColumn(column))
  const keyIndexes = householdColumns.flatMap(({ field }, index) =>
    field !== null && KEY_FIELDS.includes(field) ? [index] : [],
  )
  const sources = mergedSources(
    table,
    sheet.header.bottom + 1,
    new Set(householdColumns.map(({ column }) => column)),
  )
  let blockCells: RawCell[] = []
  let block: HouseholdBlock | null = null

  function householdCell(row: number, column: number): RawCell {
    const source = sources.get(column)
    return table.cell(source === undefined ? row : (source[row] ?? row), column)
  }

  function report(
    code: string,
    severity: Severity,
    row: number,
    column: MappedColumn,
    trouble?: Trouble,
  ): void {
    problems.push({
      code,
      severity,
      place: { file: table.file, sheet: table.sheet, cell: cellAddress(row, column.column) },
      value: cellText(table.cell(row, column.column)),
      details: { header: column.header, ...trouble?.details },
    })
  }

  function readMember(row: number): { member: MemberValues; kept: Kept } {
    const member = noMemberValues()
    let kept: Record<string, string> | null = null
    for (const column of memberColumns) {
      const cell = table.cell(row, column.column)
      if (cell === null) continue
      const trouble =
        column.field === null
          ? null
          : takeMemberCell(member, column.field as MemberField, cell, booksOf.get(column.letters) ?? books)
      if (trouble !== null) report(trouble.code, 'warning', row, column, trouble)
      if (staysText(column, trouble)) kept = keep(kept, column, cell)
    }
    return { member, kept: kept ?? NOTHING_KEPT }
  }

  function readBlock(row: number): HouseholdBlock {
    const values = noHouseholdValues()
    let kept: Record<string, string> | null = null
    blockCells = []
    for (const column of householdColumns) {
      const cell = householdCell(row, column.column)
      blockCells.push(cell)
      if (cell === null) continue
      const trouble =
        column.field === null
          ? null
          : takeHouseholdCell(
              values,
              column.field as HouseholdField,
              cell,
              booksOf.get(column.letters) ?? books,
            )
      if (trouble !== null) report(trouble.code, 'warning', row, column, trouble)
      if (staysText(column, trouble)) kept = keep(kept, column, cell)
    }
    return { values, kept: kept ?? NOTHING_KEPT, row }
  }

  /** True when the row's household columns only repeat, or leave blank, what the block already says. */
  function repeatsBlock(row: number, relation: string | null): boolean {
    if (block === null) return false
    let keysEqual = false
    for (const index of keyIndexes) {
      const cell = householdCell(row, householdColumns[index]?.column ?? 0)
      if (isBlank(cell)) continue
      if (!sameCell(cell, blockCells[index] ?? null)) return false
      keysEqual = true
    }
    if (!keysEqual && (relation === null || relation === 'head')) return false
    return householdColumns.every((column, index) => {
      const cell = householdCell(row, column.column)
      return isBlank(cell) || sameCell(cell, blockCells[index] ?? null)
    })
  }

  return {
    problems,
    read(row) {
      const { member, kept } = readMember(row)
      if (block === null || !repeatsBlock(row, member.relation)) block = readBlock(row)
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
