import type { CellObject, WorkBook, WorkSheet } from 'xlsx'
import type { MergedArea, RawCell, SheetTable, SheetVisibility } from '../../domain/roster/SheetTable'
import { DAYS_FROM_1900_TO_1904, dayCell } from './dayCell'
import { ERROR_NAMES } from './errorNames'
import { isDateFormat } from './isDateFormat'

/** A sheet as SheetJS keeps it with `dense: true`: rows of cells, holes where nothing is. */
export type DenseSheet = WorkSheet & {
  readonly '!data'?: DenseRow[]
}

type DenseRow = readonly (CellObject | undefined)[] | undefined

/**
 * The workbook's sheets as tables of plain values. Each row of SheetJS's cells is let go once it is read: they take ten times the room, and a
 * county's list is several workbooks.
 */
export function workbookTables(workbook: WorkBook, file: string): readonly SheetTable[] {
  const epochShift = workbook.Workbook?.WBProps?.date1904 === true ? DAYS_FROM_1900_TO_1904 : 0
  return workbook.SheetNames.map((name, index) => {
    const visibility = visibilityOf(workbook, name, index)
    return sheetTable(workbook.Sheets[name] ?? {}, { file, sheet: name, visibility, epochShift })
  })
}

/** SheetJS has the sheets' names and their hidden states in two lists, each from one part of the file. */
function visibilityOf({ Workbook }: WorkBook, name: string, index: number): SheetVisibility {
  const sheets = Workbook?.Sheets ?? []
  const { Hidden = 0 } = sheets.find((sheet) => sheet.name === name) ?? sheets[index] ?? {}
  return Hidden === 0 ? 'visible' : Hidden === 1 ? 'hidden' : 'very_hidden'
}

function sheetTable(
  sheet: DenseSheet,
  names: Pick<SheetTable, 'file' | 'sheet' | 'visibility' | 'epochShift'>,
): SheetTable {
  const data = sheet['!data'] ?? []
  const { rowCount, columnCount } = extent(data)
  const rows = plainRows(data, names.epochShift)
  const merges = (sheet['!merges'] ?? [])
    .map(mergedArea)
    .filter((area) => area.top < rowCount && area.left < columnCount)
  return {
    ...names,
    rowCount,
    columnCount,
    merges,
    hidden: {
      rows: hiddenBelow(sheet['!rows'], rowCount),
      columns: hiddenBelow(sheet['!cols'], columnCount),
    },
    isDelimited: false,
    widthOf: (row) => rows[row]?.length ?? 0,
    cell: (row, column) => rows[row]?.[column] ?? null,
  }
}

/** The rows' values, with holes where SheetJS has holes; `data` is empty then. */
function plainRows(data: DenseRow[], epochShift: number): readonly (readonly RawCell[])[] {
  const rows: RawCell[][] = []
  data.forEach((cells, index) => {
    const plain: RawCell[] = []
    cells?.forEach((cell, column) => (plain[column] = rawCell(cell, epochShift)))
    rows[index] = plain
    data[index] = undefined
  })
  data.length = 0
  return rows
}

/** Up to the last row and column that are not empty: formatted empty cells below a list are not part of it. */
function extent(data: readonly DenseRow[]): { rowCount: number; columnCount: number } {
  let [rowCount, columnCount] = [0, 0]
  data.forEach((row, index) => {
    if (row === undefined) return
    let width = row.length
    while (width > 0 && isEmpty(row[width - 1])) width--
    if (width === 0) return
    rowCount = index + 1
    if (width > columnCount) columnCount = width
  })
  return { rowCount, columnCount }
}

function isEmpty(cell: CellObject | undefined): boolean {
  if (cell === undefined) return true
  return cell.f === undefined && (cell.t === 'z' || (typeof cell.v === 'string' && cell.v.trim() === ''))
}

function rawCell(cell: CellObject | undefined, epochShift: number): RawCell {
  if (cell === undefined) return null
  const { v } = cell
  switch (cell.t) {
    case 's':
      return typeof v === 'string' ? v : null
    case 'n':
      if (typeof v !== 'number')
        return cell.f === undefined ? null : { kind: 'formula_without_value', formula: cell.f }
      if (!Number.isFinite(v)) return { kind: 'error', text: '#NUM!' }
      return isDateFormat(cell.z) ? dayCell(v, epochShift) : v
    case 'b':
      return v === true
    case 'e':
      return { kind: 'error', text: cell.w ?? ERROR_NAMES.get(Number(v)) ?? '#ERROR' }
    case 'd':
      return v instanceof Date ? dateCell(v) : null
    case 'z':
      return cell.f === undefined ? null : { kind: 'formula_without_value', formula: cell.f }
    default:
      return unknownCell(v)
  }
}

function dateCell(date: Date): RawCell {
  return Number.isNaN(date.getTime())
    ? { kind: 'error', text: '#VALUE!' }
    : { kind: 'date', date: date.toISOString().slice(0, 10) }
}

/** SheetJS passes on unknown cell types as the file states them: the cell's value still counts. */
function unknownCell(value: unknown): RawCell {
  return typeof value === 'string' || typeof value === 'number' ? value : null
}

function mergedArea({ s, e }: { s: { r: number; c: number }; e: { r: number; c: number } }): MergedArea {
  return { top: s.r, left: s.c, bottom: e.r, right: e.c }
}

/** Users hide everything beside and below a list: only hidden parts of the list are reported. */
function hiddenBelow(
  parts: readonly ({ readonly hidden?: boolean } | undefined)[] | undefined,
  count: number,
): readonly number[] {
  const hidden: number[] = []
  parts?.slice(0, count).forEach((part, index) => {
    if (part?.hidden === true) hidden.push(index)
  })
  return hidden
}
