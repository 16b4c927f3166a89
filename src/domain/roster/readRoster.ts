import type { Problem } from '../shared/Problem'
import { buildHousehold } from './buildHousehold'
import type { KeyedHash } from './buildMember'
import { columnBook } from './ColumnBook'
import { findHeader, readHeader, type FoundHeader } from './findHeader'
import { groupRows, type RowGroup } from './groupRows'
import { mapColumns, type ColumnChoice } from './mapColumns'
import { readRows } from './readRows'
import type { RosterHousehold, RowCounts } from './Roster'
import { HOUSEHOLD_FIELDS, type FieldScope, type RosterField } from './RosterField'
import type { MappedSheet, RosterRow } from './RosterRow'
import type { RosterVocabulary } from './RosterVocabulary'
import { rowProblem } from './rowProblem'
import { markerBook } from './rowKind'
import type { SheetTable } from './SheetTable'
import { splitByHeads } from './splitByHeads'
import { valueBooks } from './values/ValueBooks'
import { verifyRoster } from './verifyRoster'

/** The user's correction of what was found on one sheet. */
export interface SheetChoice {
  readonly file: string
  readonly sheet: string
  /** 1-based, as Excel counts; left out, the header found is used. */
  readonly headerRows?: { readonly first: number; readonly last: number }
  readonly columns: ColumnChoice
}

export interface RosterSettings {
  readonly choices: readonly SheetChoice[]
  /** ISO date on which the list's ages were true, where the list has no 数据日期. */
  readonly listDate: string | null
}

/** What a roster came to: the households, the account of every row, and what is to be told. */
export interface ReadRoster {
  readonly households: readonly RosterHousehold[]
  readonly rows: RowCounts
  readonly problems: readonly Problem[]
  /** Why nothing of this import may be taken: errors about a sheet as a whole. Not among `problems`. */
  readonly refusals: readonly Problem[]
  readonly sheets: readonly ReadSheet[]
}

/** A sheet with its header, or one in which none was found. */
export interface ReadSheet {
  readonly table: SheetTable
  readonly mapped: MappedSheet | null
}

/** Reads sheets into households. Pure: the same sheets, words, settings and hash give the same roster anywhere. */
export function readRoster(
  tables: readonly SheetTable[],
  vocabulary: RosterVocabulary,
  settings: RosterSettings,
  hash: KeyedHash,
): ReadRoster {
  const sheets = tables.map((table) => mapSheet(table, vocabulary, settings.choices))
  const problems: Problem[] = sheets.flatMap((sheet) =>
    sheet.problems.filter(({ severity }) => severity !== 'error'),
  )
  const books = valueBooks(vocabulary)
  const markers = markerBook(vocabulary.markers)
  let [skipped, keyless] = [0, 0]
  const rowsOfSheets: (readonly RosterRow[])[] = []
  for (const { mapped, table } of sheets) {
    if (mapped === null) {
      skipped += table.rowCount
      continue
    }
    const read = readRows(mapped, books, markers)
    skipped += read.skipped
    if (lacksKey(mapped, read.rows)) {
      keyless += read.rows.length
      problems.push(
        rowProblem('no_household_key', 'error', mapped, mapped.header.bottom, ['name', 'relation']),
      )
    } else {
      rowsOfSheets.push(read.rows)
    }
    for (const problem of read.problems) problems.push(problem)
  }
  const grouped = groupRows(rowsOfSheets)
  for (const problem of grouped.problems) problems.push(problem)
  const built = buildHouseholds(grouped.groups, settings.listDate, hash)
  for (const problem of built.problems) problems.push(problem)
  const mappedSheets = sheets.flatMap(({ mapped }) => (mapped === null ? [] : [mapped]))
  for (const problem of verifyRoster(built.households, mappedSheets, vocabulary.limits))
    problems.push(problem)
  return {
    households: built.households,
    rows: {
      read: tables.reduce((rows, table) => rows + table.rowCount, 0),
      imported: built.imported,
      merged: built.merged,
      skipped,
      rejected: keyless + grouped.rejected + built.rejected,
    },
    problems,
    refusals: sheets.flatMap((sheet) => sheet.problems.filter(({ severity }) => severity === 'error')),
    sheets,
  }
}

/**
 * A sheet without any column that could tell one household from another (H5, H6) is taken only when it is the sheet of
 * one household.
 */
function lacksKey(sheet: MappedSheet, rows: readonly RosterRow[]): boolean {
  if (KEY_COLUMNS.some((field) => sheet.columnOf.has(field))) return false
  if (!sheet.columnOf.has('name')) return true
  return rows.filter(({ member }) => member?.relation === 'head').length !== 1
}

const KEY_COLUMNS: readonly RosterField[] = [
  'householdNumber',
  'headIdNumber',
  'headName',
  'idNumber',
  'memberNumber',
  'birthDate',
  'village',
]

function mapSheet(
  table: SheetTable,
  vocabulary: RosterVocabulary,
  choices: readonly SheetChoice[],
): ReadSheet & { readonly problems: readonly Problem[] } {
  const choice = choices.find((choice) => choice.file === table.file && choice.sheet === table.sheet)
  const header = headerOf(table, vocabulary, choice)
  if (header === null) return { table, mapped: null, problems: [] }
  const { columns, problems } = mapColumns(table, header, vocabulary.codes, choice?.columns ?? {}, scopeOf)
  const columnOf = new Map<RosterField, number>()
  for (const { field, column } of columns)
    if (field !== null && !columnOf.has(field)) columnOf.set(field, column)
  return { table, mapped: { table, header, columns, columnOf }, problems }
}

function headerOf(
  table: SheetTable,
  vocabulary: RosterVocabulary,
  choice: SheetChoice | undefined,
): FoundHeader | null {
  const book = columnBook(vocabulary.columns)
  const rows = choice?.headerRows
  return rows === undefined ? findHeader(table, book) : readHeader(table, book, rows.first - 1, rows.last - 1)
}

function scopeOf(field: RosterField): FieldScope {
  return (HOUSEHOLD_FIELDS as readonly string[]).includes(field) ? 'household' : 'member'
}

interface BuiltHouseholds {
  readonly households: readonly RosterHousehold[]
  readonly imported: number
  readonly merged: number
  readonly rejected: number
  readonly problems: readonly Problem[]
}

function buildHouseholds(
  groups: readonly RowGroup[],
  listDate: string | null,
  hash: KeyedHash,
): BuiltHouseholds {
  const households: RosterHousehold[] = []
  const problems: Problem[] = []
  const taken = new Map<string, RosterHousehold>()
  let [imported, merged, rejected] = [0, 0, 0]
  for (const group of groups) {
    const split = splitByHeads(group.rows)
    const rows = split.kind === 'number_shared' ? split.kept : group.rows
    if (split.kind === 'number_shared') {
      for (const run of split.rejected) {
        rejected += run.length
        problems.push(
          ...run.map((row) =>
            rowProblem('household_number_shared', 'error', row.sheet, row.row, ['householdNumber', 'name'], {
              firstRow: (rows[0]?.row ?? 0) + 1,
            }),
          ),
        )
      }
    } else {
      problems.push(
        ...split.extraHeads.map((row) =>
          rowProblem('several_heads', 'warning', row.sheet, row.row, ['relation']),
        ),
      )
    }
    const [first, ...others] = rows
    if (first === undefined) continue
    const built = buildHousehold([first, ...others], listDate, hash)
    const twin = taken.get(built.household.id)
    if (twin !== undefined) {
      rejected += rows.length
      problems.push(
        ...rows.map((row) =>
          rowProblem('household_key_shared', 'error', row.sheet, row.row, ['name', 'headName'], {
            firstRow: twin.source.row,
            firstSheet: twin.source.sheet,
          }),
        ),
      )
      continue
    }
    taken.set(built.household.id, built.household)
    households.push(built.household)
    imported += built.imported
    merged += built.merged
    for (const problem of built.problems) problems.push(problem)
  }
  return { households, imported, merged, rejected, problems }
}
