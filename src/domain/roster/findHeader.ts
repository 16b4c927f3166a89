import { cellText } from './cellText'
import { columnOf, type ColumnBook } from './ColumnBook'
import { HOUSEHOLD_FIELDS, MEMBER_FIELDS } from './RosterField'
import type { ColumnDefinition } from './RosterVocabulary'
import type { MergedArea, SheetTable } from './SheetTable'

/** The header of a sheet: where it is, and what each column is called. */
export interface FoundHeader {
  /** First row of the header, from 0. */
  readonly top: number
  /** Last row of the header; the data begin below it. */
  readonly bottom: number
  readonly columns: readonly HeaderColumn[]
}

export interface HeaderColumn {
  readonly column: number
  /** As on the list; group and column joined by `/` where the header has two rows. */
  readonly header: string
  readonly known: ColumnDefinition | null
}

/**
 * The header whose rows name the most columns the app knows, among the first rows of the sheet, or further down below
 * a long introduction; `null` when no rows name three, which is what a sheet of notes looks like. A header has one
 * row, or two or three with merged groups.
 */
export function findHeader(table: SheetTable, book: ColumnBook): FoundHeader | null {
  return (
    findHeaderWithin(table, book, 0, SEARCHED_ROWS) ??
    findHeaderWithin(table, book, SEARCHED_ROWS, SEARCHED_ROWS_AT_MOST)
  )
}

function findHeaderWithin(
  table: SheetTable,
  book: ColumnBook,
  from: number,
  before: number,
): FoundHeader | null {
  let best: FoundHeader | null = null
  let bestScore = 0
  const lastTop = Math.min(table.rowCount, before) - 1
  const merges = mergesAmong(table, lastTop + DEEPEST)
  for (let top = from; top <= lastTop; top++) {
    for (let bottom = top; bottom < Math.min(top + DEEPEST, table.rowCount); bottom++) {
      const header = readHeaderRows(table, merges, book, top, bottom)
      const headerScore = isHeaderText(header) ? score(header) : 0
      if (headerScore > bestScore) [best, bestScore] = [header, headerScore]
    }
  }
  return best
}

/** Reads rows `top` to `bottom` as a header, whatever they hold: for a header row the user points at. */
export function readHeader(table: SheetTable, book: ColumnBook, top: number, bottom: number): FoundHeader {
  return readHeaderRows(table, mergesAmong(table, bottom), book, top, bottom)
}

function readHeaderRows(
  table: SheetTable,
  merges: readonly MergedArea[],
  book: ColumnBook,
  top: number,
  bottom: number,
): FoundHeader {
  const columns: HeaderColumn[] = []
  let width = 0
  for (let row = top; row <= bottom; row++) width = Math.max(width, table.widthOf(row))
  for (let column = 0; column < width; column++) {
    const path = headerPath(table, merges, column, top, bottom)
    if (path.length > 0) columns.push({ column, header: path.join('/'), known: knownColumn(book, path) })
  }
  return { top, bottom, columns }
}

/** The words above a column, group first: a merged group counts for every column under it, a merged column once. */
function headerPath(
  table: SheetTable,
  merges: readonly MergedArea[],
  column: number,
  top: number,
  bottom: number,
): readonly string[] {
  const path: string[] = []
  for (let row = top; row <= bottom; row++) {
    const text = cellText(table.cell(row, column)) ?? groupAbove(table, merges, row, column)
    if (text !== null && path.at(-1) !== text) path.push(text)
  }
  return path
}

function groupAbove(
  table: SheetTable,
  merges: readonly MergedArea[],
  row: number,
  column: number,
): string | null {
  const area = merges.find(
    (merge) => merge.top <= row && row <= merge.bottom && merge.left <= column && column <= merge.right,
  )
  return area === undefined ? null : cellText(table.cell(area.top, area.left))
}

/** A list merged household by household has as many merges as cells: only those near the header are looked through. */
function mergesAmong(table: SheetTable, lastRow: number): readonly MergedArea[] {
  return table.merges.filter((merge) => merge.top <= lastRow && merge.bottom - merge.top < DEEPEST)
}

/** `户主` over `姓名` is the head's name; `家庭成员` over `姓名` is just a name. */
function knownColumn(book: ColumnBook, path: readonly string[]): ColumnDefinition | null {
  const leaf = path.at(-1) ?? ''
  return columnOf(book, path.join('')) ?? columnOf(book, path.slice(-2).join('')) ?? columnOf(book, leaf)
}

/** No header holds a number of a person: `户主` on a row of people is a relation. */
function isHeaderText({ columns }: FoundHeader): boolean {
  return columns.every(({ header }) => !LONG_NUMBER.test(header))
}

/** How much a header names; 0 when too little to be one. */
function score(header: FoundHeader): number {
  const fields = new Set(header.columns.map((column) => column.known?.field))
  const used = [...HOUSEHOLD_FIELDS, ...MEMBER_FIELDS].filter((field) => fields.has(field)).length
  const kept = header.columns.filter((column) => column.known?.field === 'keep').length
  if (used < FEWEST_USED && kept < FEWEST_KEPT) return 0
  // Of two readings that name as much, the one with fewer rows: a title above is no part of the header.
  return used + kept / 100 - (header.bottom - header.top) / 1000
}

/** Fewer is what a note that mentions a name and a village looks like. */
const FEWEST_USED = 3
/** A list of land and housing (H6) names nobody, and is a list all the same. */
const FEWEST_KEPT = 5
const SEARCHED_ROWS = 30
const LONG_NUMBER = /\d{15}/
const SEARCHED_ROWS_AT_MOST = 200
const DEEPEST = 3
