import { buildMember, type KeyedHash } from '../roster/buildMember'
import { columnBook, type ColumnBook } from '../roster/ColumnBook'
import { plainFacts } from '../roster/HouseholdValues'
import { mapSheet, type ReadSheet, type SheetChoice } from '../roster/mapSheet'
import { readRows } from '../roster/readRows'
import type { RosterHousehold } from '../roster/Roster'
import { markerBook } from '../roster/rowKind'
import type { MappedSheet, RosterRow } from '../roster/RosterRow'
import type { RosterCodes, RosterVocabulary } from '../roster/RosterVocabulary'
import type { SheetTable } from '../roster/SheetTable'
import { valueBooks } from '../roster/values/ValueBooks'
import type { Problem } from '../shared/Problem'

/** A list of people as read: each row by itself, as a household of one. */
export interface ReadPersonList {
  readonly persons: readonly RosterHousehold[]
  /** Rows that could not be read. */
  readonly rejected: number
  readonly problems: readonly Problem[]
  /** Why nothing of it can be taken. */
  readonly refusals: readonly Problem[]
  readonly sheets: readonly ReadSheet[]
}

/**
 * Reads sheets that list people, a row each, whatever they are listed for: recipients, the insured, pupils. Columns are found as on a
 * household list; a list of names and numbers alone is one too. Pure, as `readRoster`.
 */
export function readPersonList(
  tables: readonly SheetTable[],
  vocabulary: RosterVocabulary,
  choices: readonly SheetChoice[],
  hash: KeyedHash,
): ReadPersonList {
  const book = columnBook(vocabulary.columns)
  const books = valueBooks(vocabulary)
  const markers = markerBook(vocabulary.markers)
  const sheets = tables.map((table) => mapPersons(table, book, vocabulary.codes, choices))
  const taken = new Set<string>()
  const reads = sheets.flatMap(({ mapped }) =>
    mapped === null ? [] : [{ mapped, ...readRows(mapped, books, markers) }],
  )
  const built = reads.flatMap(({ rows }) => rows.flatMap((row) => personOf(row, taken, hash) ?? []))
  const ofSheets = sheets.flatMap(({ problems }) => problems)
  return {
    persons: built.map(({ person }) => person),
    rejected: reads.reduce((sum, { rejected }) => sum + rejected, 0),
    problems: [
      ...ofSheets.filter(({ severity }) => severity !== 'error'),
      ...reads.flatMap(({ problems }) => problems),
      ...built.flatMap(({ problems }) => problems),
    ],
    refusals: ofSheets.filter(({ severity }) => severity === 'error'),
    sheets,
  }
}

/** Rows among which a short header is looked for. */
const SEARCHED_ROWS = 30

/** A sheet with its columns; one whose header names too little for a household list is tried for names and numbers. */
function mapPersons(
  table: SheetTable,
  book: ColumnBook,
  codes: RosterCodes,
  choices: readonly SheetChoice[],
): ReadSheet {
  const read = mapSheet(table, book, codes, choices)
  if (read.mapped !== null || read.isLeftOut) return read
  const own = choices.find(({ file, sheet }) => file === table.file && sheet === table.sheet)
  for (let row = 1; row <= Math.min(SEARCHED_ROWS, table.rowCount); row++) {
    const choice = {
      file: table.file,
      sheet: table.sheet,
      columns: {},
      ...own,
      headerRows: { first: row, last: row },
    }
    const tried = mapSheet(table, book, codes, [choice])
    if (tried.isLeftOut || (tried.mapped !== null && namesPeople(tried.mapped))) return tried
  }
  return read
}

function namesPeople({ columnOf }: MappedSheet): boolean {
  return columnOf.has('name') && (columnOf.has('idNumber') || columnOf.has('village'))
}

/** The person of a row as a household of one; null of a row that names nobody. */
function personOf({ sheet, row, block, member, kept }: RosterRow, taken: Set<string>, hash: KeyedHash) {
  if (member === null || (member.name === null && member.idNumber === null)) return null
  const { values } = block
  // What a household's first row has in columns that nobody knows is that row's own.
  const draft = { values: member, kept: block.row === row ? { ...block.kept, ...kept } : kept, sheet, row }
  const source = { file: sheet.table.file, sheet: sheet.table.sheet, row: row + 1 }
  const built = buildMember(
    draft,
    `${source.file} ${source.sheet} ${source.row}`,
    taken,
    values.dataDate,
    hash,
  )
  const person: RosterHousehold = {
    id: built.member.id,
    headName: values.headName,
    status: values.exitState,
    ...plainFacts(values),
    members: [built.member],
    source,
    kept: {},
  }
  return { person, problems: built.problems }
}
