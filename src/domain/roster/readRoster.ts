import type { Problem } from '../shared/Problem'
import { buildHouseholds } from './buildHouseholds'
import type { KeyedHash } from './buildMember'
import { columnBook } from './ColumnBook'
import { groupRows } from './groupRows'
import { hiddenParts } from './hiddenParts'
import { mapSheet, type ReadSheet, type SheetChoice } from './mapSheet'
import { readRows } from './readRows'
import type { RosterHousehold, RowCounts } from './Roster'
import type { RosterField } from './RosterField'
import { markerBook } from './rowKind'
import { rowProblem } from './rowProblem'
import type { MappedSheet, RosterRow } from './RosterRow'
import type { RosterVocabulary } from './RosterVocabulary'
import type { SheetTable } from './SheetTable'
import { valueBooks } from './values/ValueBooks'
import { verifyRoster } from './verifyRoster'

export interface RosterSettings {
  readonly choices: readonly SheetChoice[]
  /** ISO date on which the list's ages were true, where the list has no 数据日期. */
  readonly listDate: string | null
}

/** The result of reading a roster: the households, the account of every row, and the problems. */
export interface ReadRoster {
  readonly households: readonly RosterHousehold[]
  readonly rows: RowCounts
  readonly problems: readonly Problem[]
  /** Why nothing of this import may be taken: errors about a sheet as a whole. Not among `problems`. */
  readonly refusals: readonly Problem[]
  readonly sheets: readonly ReadSheet[]
}

/** Reads sheets into households. Pure: the same sheets, words, settings and hash give the same roster anywhere. */
export function readRoster(
  tables: readonly SheetTable[],
  vocabulary: RosterVocabulary,
  settings: RosterSettings,
  hash: KeyedHash,
): ReadRoster {
  const book = columnBook(vocabulary.columns)
  const sheets = tables.map((table) => mapSheet(table, book, vocabulary.codes, settings.choices))
  const mapped = sheets.flatMap((sheet) => sheet.mapped ?? [])
  const read = readMappedSheets(mapped, vocabulary)
  const grouped = groupRows(read.rowsOfSheets)
  const built = buildHouseholds(grouped.groups, settings.listDate, hash)
  const sheetProblems = sheets.flatMap((sheet) => sheet.problems)
  const notes = sheets.filter((sheet) => sheet.mapped === null)
  return {
    households: built.households,
    rows: {
      read: sum(tables.map((table) => table.rowCount)),
      imported: built.imported,
      merged: built.merged,
      skipped: read.skipped + sum(notes.map(({ table }) => table.rowCount)),
      rejected: read.rejected + grouped.rejected + built.rejected,
    },
    problems: [
      ...sheetProblems.filter(({ severity }) => severity !== 'error'),
      ...mapped.flatMap(hiddenParts),
      ...read.problems,
      ...grouped.problems,
      ...built.problems,
      ...verifyRoster(built.households, mapped, vocabulary.limits),
    ],
    refusals: sheetProblems.filter(({ severity }) => severity === 'error'),
    sheets,
  }
}

interface ReadSheets {
  readonly rowsOfSheets: readonly (readonly RosterRow[])[]
  readonly skipped: number
  /** Rows that cannot be read, and those of sheets whose households cannot be distinguished. */
  readonly rejected: number
  readonly problems: readonly Problem[]
}

function readMappedSheets(sheets: readonly MappedSheet[], vocabulary: RosterVocabulary): ReadSheets {
  const books = valueBooks(vocabulary)
  const markers = markerBook(vocabulary.markers)
  const reads = sheets.map((sheet) => ({ sheet, ...readRows(sheet, books, markers) }))
  const keyless = reads.filter(({ sheet, rows }) => lacksKey(sheet, rows))
  return {
    rowsOfSheets: reads.filter((read) => !keyless.includes(read)).map(({ rows }) => rows),
    skipped: sum(reads.map(({ skipped }) => skipped)),
    rejected: sum(reads.map(({ rejected }) => rejected)) + sum(keyless.map(({ rows }) => rows.length)),
    problems: [
      ...reads.flatMap(({ problems }) => problems),
      ...keyless.map(({ sheet }) => noKey(sheet)),
      ...villagesMissing(reads),
    ],
  }
}

/**
 * A sheet without any column that could distinguish one household from another (H5, H6) is taken only when it is the sheet of
 * one household.
 */
function lacksKey(sheet: MappedSheet, rows: readonly RosterRow[]): boolean {
  if (rows.length === 0 || KEY_COLUMNS.some((field) => sheet.columnOf.has(field))) return false
  if (!sheet.columnOf.has('name')) return true
  return rows.filter(({ member }) => member?.relation === 'head').length !== 1
}

/**
 * Samples and tables go by village: lists that name none are reported, each with its sheet's name, which is often the
 * village's. A short list on one sheet is of one village, and nobody asks which.
 */
function villagesMissing(
  reads: readonly { readonly sheet: MappedSheet; readonly rows: readonly RosterRow[] }[],
): readonly Problem[] {
  const nameless = reads.filter(
    ({ rows }) => rows.length > 0 && rows.every(({ block }) => block.values.village === null),
  )
  const rowCount = sum(nameless.map(({ rows }) => rows.length))
  const isOneHousehold =
    new Set(nameless.flatMap(({ rows }) => rows.map(({ block }) => block.values.householdNumber ?? block)))
      .size <= 1
  if (isOneHousehold || (nameless.length === 1 && rowCount <= SHORT_LIST)) return []
  return nameless.map(({ sheet }) =>
    rowProblem('village_missing', 'note', sheet, sheet.header.bottom, ['village', 'township'], {
      sheetName: sheet.table.sheet,
    }),
  )
}

function noKey(sheet: MappedSheet): Problem {
  return rowProblem('no_household_key', 'error', sheet, sheet.header.bottom, ['name', 'relation'])
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0)
}

const SHORT_LIST = 20

const KEY_COLUMNS: readonly RosterField[] = [
  'householdNumber',
  'headIdNumber',
  'headName',
  'idNumber',
  'memberNumber',
  'birthDate',
  'village',
]
