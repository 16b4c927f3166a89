import type { Problem } from '../shared/Problem'
import { cellText } from './cellText'
import type { ColumnBook } from './ColumnBook'
import { findHeader, readHeader, type FoundHeader } from './findHeader'
import { normaliseLabel } from './normaliseLabel'
import { normalisedTable } from './normaliseCell'
import { mapColumns, type ColumnChoice } from './mapColumns'
import { HOUSEHOLD_FIELDS, type FieldScope, type RosterField } from './RosterField'
import type { MappedSheet } from './RosterRow'
import type { NumberMeanings } from './values/ValueBooks'
import type { RosterCodes } from './RosterVocabulary'
import type { SheetTable } from './SheetTable'
import { titleDate } from './titleDate'

/** The user's correction of what was found on one sheet. */
export interface SheetChoice {
  readonly file: string
  readonly sheet: string
  /** 1-based, as Excel counts; left out, the header found is used. */
  readonly headerRows?: { readonly first: number; readonly last: number }
  readonly columns: ColumnChoice
  /** What the numbers of coded columns mean on this list, by column letters: systems disagree on them. */
  readonly numbers?: NumberMeanings
  /** Read although the file hides the sheet. */
  readonly readHidden?: true
}

/** A sheet with its header and columns settled; one in which no header was found: notes; or a hidden list left out. */
export interface ReadSheet {
  readonly table: SheetTable
  readonly mapped: MappedSheet | null
  /** A list on a hidden sheet that nobody chose: whoever made the file does not show it. */
  readonly isLeftOut: boolean
  readonly problems: readonly Problem[]
}

/** Finds the header of a sheet and what its columns hold, as far as the user has not chosen it himself. */
export function mapSheet(
  listed: SheetTable,
  book: ColumnBook,
  codes: RosterCodes,
  choices: readonly SheetChoice[],
): ReadSheet {
  const table = normalisedTable(listed)
  const choice = choices.find((choice) => choice.file === table.file && choice.sheet === table.sheet)
  const rows = choice?.headerRows
  const header =
    rows === undefined ? findHeader(table, book) : readHeader(table, book, rows.first - 1, rows.last - 1)
  if (header === null) return { table, mapped: null, isLeftOut: false, problems: [] }
  if (table.visibility !== 'visible' && choice?.readHidden !== true)
    return { table, mapped: null, isLeftOut: true, problems: [] }
  const { columns, problems } = mapColumns(table, header, codes, choice?.columns ?? {}, scopeOf)
  const columnOf = new Map<RosterField, number>()
  for (const { field, column } of columns) {
    if (field !== null && !columnOf.has(field)) columnOf.set(field, column)
  }
  return {
    table,
    mapped: {
      table,
      listed,
      header,
      book,
      headerWords: headerWords(table, header),
      places: gatheredPlaces(table, header, columnOf),
      columns,
      columnOf,
      titleDate: titleDate(table, header.top),
      numbers: choice?.numbers ?? {},
    },
    isLeftOut: false,
    problems,
  }
}

function scopeOf(field: RosterField): FieldScope {
  return (HOUSEHOLD_FIELDS as readonly string[]).includes(field) ? 'household' : 'member'
}

function headerWords(table: SheetTable, header: FoundHeader): ReadonlyMap<number, ReadonlySet<string>> {
  return new Map(
    header.columns.map(({ column, header: text, known }) => {
      const words = [...text.split('/'), ...(known?.labels ?? [])]
      for (let row = header.top; row <= header.bottom; row++)
        words.push(cellText(table.cell(row, column)) ?? '')
      return [column, new Set(words.map(normaliseLabel).filter((word) => word !== ''))]
    }),
  )
}

function gatheredPlaces(
  table: SheetTable,
  { bottom }: FoundHeader,
  columnOf: ReadonlyMap<RosterField, number>,
): () => ReadonlySet<string> {
  let places: Set<string> | null = null
  return () => {
    if (places !== null) return places
    places = new Set<string>()
    for (const field of PLACES) {
      const column = columnOf.get(field)
      if (column === undefined) continue
      for (let row = bottom + 1; row < table.rowCount; row++)
        places.add(normaliseLabel(cellText(table.cell(row, column)) ?? ''))
    }
    places.delete('')
    return places
  }
}

const PLACES: readonly RosterField[] = ['county', 'township', 'village', 'hamlet']
