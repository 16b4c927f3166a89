import type { KeyedHash } from '../../domain/roster/buildMember'
import { cellText } from '../../domain/roster/cellText'
import type { MappedColumn } from '../../domain/roster/mapColumns'
import type { ReadSheet, SheetChoice } from '../../domain/roster/mapSheet'
import { readRoster } from '../../domain/roster/readRoster'
import type { RosterHousehold, RowCounts } from '../../domain/roster/Roster'
import type { RosterVocabulary } from '../../domain/roster/RosterVocabulary'
import { withCells, type SheetTable, type SheetVisibility } from '../../domain/roster/SheetTable'
import type { Problem } from '../../domain/shared/Problem'
import { shortProblem } from '../texts/shortProblem'
import { sheetProblems } from './sheetProblems'
import type { ReadSheets, RosterFile } from './spreadsheetPort'

export interface ImportRosterRequest {
  readonly files: readonly RosterFile[]
  /** The project's: keys of people without a register number are made with it, and show nothing without it. */
  readonly salt: string
  /** Corrections of headers and columns, remembered from the preview. */
  readonly choices?: readonly SheetChoice[]
  /** ISO date on which ages were true, where the list has no 数据日期. */
  readonly listDate?: string
}

/** What the import needs from outside. */
export interface ImportRosterPorts {
  readonly readSheets: ReadSheets
  readonly vocabulary: RosterVocabulary
  readonly keyedHash: (salt: string) => KeyedHash
  /** Called with the progress of the work: files opened, then rows read of all rows. */
  readonly tell?: (progress: ImportProgress) => void
}

export interface ImportProgress {
  readonly stage: 'opening' | 'reading' | 'handing'
  readonly done: number
  readonly total: number
}

/** What was found in one sheet: the import screen shows it beside sample rows, and lets it be corrected. */
export interface FoundSheet {
  readonly file: string
  readonly sheet: string
  readonly rowCount: number
  readonly visibility: SheetVisibility
  /** A list that is not read, because the file hides its sheet and nobody chose it. */
  readonly isLeftOut: boolean
  /** 1-based rows of the header; `null` when the sheet was taken for notes or is left out. */
  readonly headerRows: { readonly first: number; readonly last: number } | null
  readonly columns: readonly FoundColumn[]
}

export interface FoundColumn extends MappedColumn {
  /** The first rows' values of the column, as on the list. */
  readonly sample: readonly (string | null)[]
}

/** The roster as read. `refused`: something about a whole file is wrong, and nothing of any file is taken. */
export interface ImportedRoster {
  readonly refused: boolean
  readonly households: readonly RosterHousehold[]
  readonly rows: RowCounts
  readonly problems: readonly Problem[]
  readonly sheets: readonly FoundSheet[]
}

/** The result of an import whose files cannot be read at all. */
export function refusedImport(problems: readonly Problem[]): ImportedRoster {
  const rows = { read: 0, imported: 0, merged: 0, skipped: 0, rejected: 0 }
  return { refused: true, households: [], rows, problems, sheets: [] }
}

/** Reads rosters from files, all or nothing: rejected rows are reported and left out, a bad file refuses the import. */
export function importRoster(request: ImportRosterRequest, ports: ImportRosterPorts): ImportedRoster {
  const total = request.files.length
  const files = request.files.map((file, done) => {
    ports.tell?.({ stage: 'opening', done, total })
    return ports.readSheets(file)
  })
  const tables = countedTables(
    files.flatMap((file) => file.tables),
    ports.tell,
  )
  const settings = { choices: request.choices ?? [], listDate: request.listDate ?? null }
  const roster = readRoster(tables, ports.vocabulary, settings, ports.keyedHash(request.salt))
  const headers = sheetProblems(roster.sheets, request.choices ?? [])
  const refusals = [...files.flatMap((file) => file.problems), ...roster.refusals, ...headers.filter(isError)]
  if (refusals.length === 0 && roster.households.length === 0) refusals.push(noHousehold(request.files))
  const problems = [...refusals, ...roster.problems, ...headers.filter((problem) => !isError(problem))].map(
    shortProblem,
  )
  const sheets = roster.sheets.map(foundSheet)
  if (refusals.length === 0)
    return { refused: false, households: roster.households, rows: roster.rows, problems, sheets }
  return { refused: true, households: [], rows: nothingImported(roster.rows), problems, sheets }
}

/** Rows between two words about the progress. */
const TOLD_EVERY = 500

/** The same tables, which report which row is being read. */
function countedTables(
  tables: readonly SheetTable[],
  tell: ImportRosterPorts['tell'],
): readonly SheetTable[] {
  if (tell === undefined) return tables
  const total = tables.reduce((sum, { rowCount }) => sum + rowCount, 0)
  let before = 0
  return tables.map((table): SheetTable => {
    const start = before
    before += table.rowCount
    let told = -1
    return withCells(table, (row, column) => {
      const part = Math.floor(row / TOLD_EVERY)
      if (part !== told) {
        told = part
        tell({ stage: 'reading', done: start + row, total })
      }
      return table.cell(row, column)
    })
  })
}

function nothingImported({ read, skipped }: RowCounts): RowCounts {
  return { read, imported: 0, merged: 0, skipped, rejected: read - skipped }
}

function isError(problem: Problem): boolean {
  return problem.severity === 'error'
}

function noHousehold(files: readonly RosterFile[]): Problem {
  return {
    code: 'no_household',
    severity: 'error',
    place: { file: files.map(({ name }) => name).join(', ') },
    value: null,
  }
}

function foundSheet({ table, mapped, isLeftOut }: ReadSheet): FoundSheet {
  const { file, sheet, rowCount, visibility } = table
  const base = { file, sheet, rowCount, visibility, isLeftOut }
  if (mapped === null) return { ...base, headerRows: null, columns: [] }
  const { top, bottom } = mapped.header
  const rows = Array.from(
    { length: Math.min(SAMPLE_ROWS, table.rowCount - bottom - 1) },
    (_, index) => bottom + 1 + index,
  )
  const columns = mapped.columns.map((column) => ({
    ...column,
    sample: rows.map((row) => cellText(table.cell(row, column.column))),
  }))
  return { ...base, headerRows: { first: top + 1, last: bottom + 1 }, columns }
}

const SAMPLE_ROWS = 5
