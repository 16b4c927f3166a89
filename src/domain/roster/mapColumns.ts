import type { Problem } from '../shared/Problem'
import { cellText, isBlank } from './cellText'
import type { FoundHeader, HeaderColumn } from './findHeader'
import { normaliseLabel } from './normaliseLabel'
import { IDENTITY_FIELDS, type FieldScope, type RosterField } from './RosterField'
import type { RosterCodes } from './RosterVocabulary'
import { cellAddress, columnLetters, type SheetTable } from './SheetTable'

/** What one column of a sheet is taken for. */
export interface MappedColumn {
  readonly column: number
  readonly letters: string
  readonly header: string
  /** `null`: kept as it is, under its header. */
  readonly field: RosterField | null
  readonly scope: FieldScope | null
  /** True when the app knows the header, whether or not it uses the column. */
  readonly known: boolean
  /** The user wants nothing of it, not even kept. */
  readonly isDropped?: true
}

/** The user's own choice for a sheet, by column letters; a column left out keeps what was found. */
export type ColumnChoice = Readonly<Record<string, RosterField | 'keep' | 'drop'>>

export interface ColumnMapping {
  readonly columns: readonly MappedColumn[]
  readonly problems: readonly Problem[]
}

/** Takes each column of the header for a field. Two columns that claim one field are a problem, unless they agree. */
export function mapColumns(
  table: SheetTable,
  header: FoundHeader,
  codes: RosterCodes,
  choice: ColumnChoice,
  scopeOf: (field: RosterField) => FieldScope,
): ColumnMapping {
  const repeats: Repeat[] = []
  const claimed = new Map<RosterField, HeaderColumn>()
  const columns = header.columns.map((found): MappedColumn => {
    const letters = columnLetters(found.column)
    const chosen = choice[letters]
    const claim = chosen ?? claimOf(table, header, found, codes)
    const base = { column: found.column, letters, header: found.header, known: found.known !== null }
    if (claim === 'drop') return { ...base, field: null, scope: found.known?.scope ?? null, isDropped: true }
    if (claim === 'keep') return { ...base, field: null, scope: found.known?.scope ?? null }
    const first = claimed.get(claim)
    if (first !== undefined && found.known?.repeatable !== true) {
      const clash = chosen !== undefined || !agree(table, header, first.column, found.column)
      repeats.push({ field: claim, first, second: found, isClash: clash })
      return { ...base, field: null, scope: scopeOf(claim) }
    }
    claimed.set(claim, found)
    return { ...base, field: claim, scope: scopeOf(claim) }
  })
  return { columns, problems: repeatProblems(table, header, repeats) }
}

function claimOf(
  table: SheetTable,
  header: FoundHeader,
  found: HeaderColumn,
  codes: RosterCodes,
): RosterField | 'keep' {
  const field = found.known?.field ?? 'keep'
  return field === 'householdType' ? householdTypeByValues(table, header, found.column, codes) : field
}

/** 户类型 is on some lists what others call 脱贫属性, on some 贫困户属性: its values show which. */
function householdTypeByValues(
  table: SheetTable,
  header: FoundHeader,
  column: number,
  codes: RosterCodes,
): 'exitState' | 'category' | 'householdType' {
  const states = labelSet(codes.register_status)
  const categories = labelSet(codes.household_category)
  let [stateCells, categoryCells] = [0, 0]
  for (let row = header.bottom + 1; row < Math.min(table.rowCount, header.bottom + 1 + SAMPLED_ROWS); row++) {
    const label = normaliseLabel(cellText(table.cell(row, column)) ?? '')
    if (states.has(label)) stateCells++
    if (categories.has(label)) categoryCells++
  }
  if (stateCells > 0 && categoryCells > 0) return 'householdType'
  return categoryCells > 0 ? 'category' : 'exitState'
}

function labelSet(codes: RosterCodes['relation']): ReadonlySet<string> {
  return new Set(codes.flatMap((code) => code.labels.map(normaliseLabel)))
}

/** A second column that only repeats the first, or is empty, takes nothing away. */
function agree(table: SheetTable, header: FoundHeader, first: number, second: number): boolean {
  for (let row = header.bottom + 1; row < table.rowCount; row++) {
    const value = table.cell(row, second)
    if (!isBlank(value) && cellText(value) !== cellText(table.cell(row, first))) return false
  }
  return true
}

/** A field that a second column claims too; no clash where that column only repeats the first, or is empty. */
interface Repeat {
  readonly field: RosterField
  readonly first: HeaderColumn
  readonly second: HeaderColumn
  readonly isClash: boolean
}

/** Several fields that come again, all to the right of the first: two tables, of which the second has people too. */
function repeatProblems(
  table: SheetTable,
  header: FoundHeader,
  repeats: readonly Repeat[],
): readonly Problem[] {
  const clashes = repeats.filter(({ isClash }) => isClash)
  const lastFirst = Math.max(...repeats.map(({ first }) => first.column))
  const begin = repeats[0]?.second
  const isSecondTable =
    repeats.length >= FEWEST_OF_TABLE && repeats.every(({ second }) => second.column > lastFirst)
  if (begin === undefined || !isSecondTable || !clashes.some(({ field }) => IDENTITY_FIELDS.includes(field)))
    return clashes.map((clash) => claimedTwice(table, header, clash))
  return [
    {
      code: 'tables_side_by_side',
      severity: 'error',
      place: { file: table.file, sheet: table.sheet, cell: cellAddress(header.bottom, begin.column) },
      value: begin.header,
      details: { firstColumn: columnLetters(begin.column) },
    },
  ]
}

function claimedTwice(table: SheetTable, header: FoundHeader, { field, first, second }: Repeat): Problem {
  return {
    code: 'column_claimed_twice',
    severity: IDENTITY_FIELDS.includes(field) ? 'error' : 'warning',
    place: { file: table.file, sheet: table.sheet, cell: cellAddress(header.bottom, second.column) },
    value: second.header,
    details: { field, first: first.header, firstColumn: columnLetters(first.column) },
  }
}

const FEWEST_OF_TABLE = 3
const SAMPLED_ROWS = 2_000
