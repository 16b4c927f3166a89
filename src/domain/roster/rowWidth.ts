import type { Problem, Severity } from '../shared/Problem'
import { cellText, isBlank } from './cellText'
import type { MappedSheet, RosterRow } from './RosterRow'
import { cellAddress, columnLetters, type SheetTable } from './SheetTable'
import type { ProblemCode } from '../shared/ProblemCode'

/**
 * Finds rows of a delimited text whose cells are not where the header has them: a separator too many has moved them, or a
 * line break within a cell has parted the row, or it ends before a column that every whole row has filled.
 */
export function rowWidth(sheet: MappedSheet): {
  isWider(row: number): boolean
  fault(row: number): Problem | null
} {
  const { table } = sheet
  const width = headerWidth(sheet)
  const usual = table.isDelimited ? usualWidth(sheet) : width
  const fault = (code: ProblemCode, severity: Severity, row: number, column: number): Problem => ({
    code,
    severity,
    place: { file: table.file, sheet: table.sheet, cell: cellAddress(row, column) },
    value: cellText(table.cell(row, column)),
    details: { row: row + 1, width: table.widthOf(row), expected: width },
  })
  let whole: WholeRows | null = null
  return {
    isWider: (row) => table.isDelimited && table.widthOf(row) > Math.max(width, usual),
    fault(row) {
      const here = table.widthOf(row)
      if (!table.isDelimited || here === width) return null
      if (here > width) {
        const beyond = firstFilled(table, row, width)
        // Some programs end every line with a separator.
        return here === usual && beyond === null
          ? null
          : fault('row_wider_than_header', 'error', row, beyond ?? width)
      }
      // Others leave out blank cells at a row's end: only what every whole row has can be missing.
      if (usual !== width) return null
      const isHalf = [widthBeside(table, row, -1), widthBeside(table, row, 1)].some(
        (beside) => beside !== null && beside < width && here + beside === width + 1,
      )
      if (isHalf) return fault('row_broken', 'error', row, 0)
      whole ??= wholeRows(sheet, width)
      const isCut = here <= whole.lastFilled || row === whole.onlyShort
      // What writes blank cells at one row's end leaves none out at the next.
      const isPadded = whole.isPadded || isBlank(table.cell(row, here - 1))
      const isMissing = isCut || (isPadded && standsApart(table, row))
      return isMissing ? fault('row_shorter_than_header', 'error', row, 0) : null
    },
  }
}

/** Warnings on columns with values and no header: their meaning is unknown, and they are not read. */
export function unreadCells({ table, header }: MappedSheet, rows: readonly RosterRow[]): readonly Problem[] {
  const headed = new Set(header.columns.map(({ column }) => column))
  const found = new Map<number, { readonly row: number; count: number }>()
  for (const { row } of rows) {
    const width = table.widthOf(row)
    for (let column = 0; column < width; column++) {
      if (headed.has(column) || isBlank(table.cell(row, column))) continue
      const known = found.get(column)
      if (known === undefined) found.set(column, { row, count: 1 })
      else known.count++
    }
  }
  return [...found].map(([column, { row, count }]) => ({
    code: 'column_without_header',
    severity: 'warning',
    place: { file: table.file, sheet: table.sheet, cell: cellAddress(row, column) },
    value: cellText(table.cell(row, column)),
    details: { column: columnLetters(column), count },
  }))
}

function headerWidth({ table, header }: MappedSheet): number {
  let width = 0
  for (let row = header.top; row <= header.bottom; row++) width = Math.max(width, table.widthOf(row))
  return width
}

/** The width that most filled rows below the header have; the header's, if as many have that. */
function usualWidth(sheet: MappedSheet): number {
  const { table, header } = sheet
  const counts = new Map<number, number>()
  for (let row = header.bottom + 1; row < table.rowCount; row++) {
    if (firstFilled(table, row, 0) === null) continue
    const width = table.widthOf(row)
    counts.set(width, (counts.get(width) ?? 0) + 1)
  }
  const usual = [...counts].reduce((most, entry) => (entry[1] > most[1] ? entry : most), [0, 0])
  const width = headerWidth(sheet)
  return counts.get(width) === usual[1] ? width : usual[0]
}

/** What the rows of full width show about those that end early. */
interface WholeRows {
  /** The last column that all of them have filled; -1 where there is none, or too few rows to decide. */
  readonly lastFilled: number
  /** Rows of full width end with blank cells: whatever wrote them leaves none out. */
  readonly isPadded: boolean
  /** The one row that ends early among many, which no program writes so; the last row of a file may. */
  readonly onlyShort: number | null
}

/**
 * Two rows of full width show columns that each person's row fills for itself, more of those of the household, which
 * lists often fill on a head's row alone.
 */
function wholeRows({ table, header, columns }: MappedSheet, width: number): WholeRows {
  const whole: number[] = []
  const short: number[] = []
  for (let row = header.bottom + 1; row < table.rowCount; row++) {
    if (firstFilled(table, row, 0) === null) continue
    if (table.widthOf(row) === width) whole.push(row)
    else short.push(row)
  }
  const isEnough = whole.length >= ENOUGH_FOR_ALL
  const [only = null] = isEnough && short.length === 1 ? short : []
  const onlyShort = only === table.rowCount - 1 ? null : only
  const isPadded = whole.some((row) => isBlank(table.cell(row, width - 1)))
  if (whole.length < ENOUGH_ROWS) return { isPadded, lastFilled: -1, onlyShort }
  const ofPersons = columns.filter(({ scope }) => scope === 'member')
  const asked = ofPersons.length > 0 && !isEnough ? ofPersons : columns
  const filled = asked.filter(({ column }) => whole.every((row) => !isBlank(table.cell(row, column))))
  return { isPadded, lastFilled: Math.max(-1, ...filled.map(({ column }) => column)), onlyShort }
}

/** Of the next row above or below that is not blank; `null` at the end. */
function widthBeside(table: SheetTable, row: number, step: 1 | -1): number | null {
  for (let at = row + step; at >= 0 && at < table.rowCount; at += step) {
    const width = table.widthOf(at)
    for (let column = 0; column < width; column++) if (!isBlank(table.cell(at, column))) return width
  }
  return null
}

function firstFilled(table: SheetTable, row: number, from: number): number | null {
  for (let column = from; column < table.widthOf(row); column++)
    if (!isBlank(table.cell(row, column))) return column
  return null
}

/**
 * Whether no row beside it ends where this one does. Older Excel leaves blank cells out at the end of each block of
 * sixteen rows for itself: a short row is one of several, or begins a block of its own length.
 */
function standsApart(table: SheetTable, row: number): boolean {
  const here = table.widthOf(row)
  const mayBeginBlock = row % EXCEL_BLOCK === 0 && !isBlank(table.cell(row, here - 1))
  return !mayBeginBlock && widthBeside(table, row, -1) !== here && widthBeside(table, row, 1) !== here
}

const EXCEL_BLOCK = 16
const ENOUGH_ROWS = 2
const ENOUGH_FOR_ALL = 4
