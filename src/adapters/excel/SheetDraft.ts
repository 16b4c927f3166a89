import type { MergedArea, RawCell, SheetVisibility } from '../../domain/roster/SheetTable'
import { SheetFault } from './SheetFault'
import { COLUMN_LIMIT, ROW_LIMIT } from './sheetOutOfBounds'

/** A sheet while its cells are read one by one; rows and columns count from 0. Blank cells are holes. */
export class SheetDraft {
  visibility: SheetVisibility = 'visible'
  readonly rows: RawCell[][] = []
  readonly merges: MergedArea[] = []
  readonly hiddenRows: HiddenRun[] = []
  readonly hiddenColumns: HiddenRun[] = []
  readonly results: FormulaResult[] = []
  private repeatedCells = 0
  private repeatedRows = 0

  constructor(readonly name: string) {}

  /** Throws {@link SheetFault} where no sheet has such a cell. */
  put(row: number, column: number, cell: RawCell): void {
    if (cell !== null && cell !== '') this.cellsOf(row, column)[column] = kept(cell)
  }

  /** Records the result of a formula; `null` where there is none. */
  putResult(row: number, column: number, formula: string, result: RawCell): void {
    const cells = this.cellsOf(row, column)
    this.results.push({ cells, column, formula, result })
    if (result !== null && result !== '') cells[column] = kept(result)
  }

  /** Columns to the right hold the same as this cell, `count` in all. */
  repeatCell(row: number, column: number, count: number): void {
    const cell = this.rows[row]?.[column] ?? null
    if (cell === null || count === 1) return
    this.repeatedCells += count - 1
    if (this.repeatedCells > MOST_REPEATED_CELLS) throw new SheetFault('sheet_too_large', this.name)
    for (let at = column + 1; at < column + count; at++) this.put(row, at, cell)
  }

  /** Rows below hold the same as this one, `count` in all. */
  repeatRow(row: number, count: number): void {
    const cells = this.rows[row]
    if (cells === undefined || count === 1) return
    if (row + count > ROW_LIMIT) throw new SheetFault('sheet_unreadable', this.name)
    this.repeatedRows += count - 1
    if (this.repeatedRows > MOST_REPEATED_ROWS) throw new SheetFault('sheet_too_large', this.name)
    for (let at = row + 1; at < row + count; at++) this.rows[at] = cells
  }

  private cellsOf(row: number, column: number): RawCell[] {
    if (!isBelow(row, ROW_LIMIT) || !isBelow(column, COLUMN_LIMIT))
      throw new SheetFault('sheet_unreadable', this.name)
    return (this.rows[row] ??= [])
  }
}

/** Neighbouring rows or columns that are hidden. */
export interface HiddenRun {
  readonly first: number
  readonly count: number
}

/** A cell with a formula. */
export interface FormulaResult {
  readonly cells: RawCell[]
  readonly column: number
  readonly formula: string
  readonly result: RawCell
}

/** A substring keeps its whole document in memory; a copy does not. */
function kept(cell: RawCell): RawCell {
  return typeof cell === 'string' && cell.length >= SHORTEST_CUT ? `${cell} `.slice(0, -1) : cell
}

function isBelow(index: number, limit: number): boolean {
  return Number.isInteger(index) && index >= 0 && index < limit
}

/** JavaScript copies shorter ones itself. */
const SHORTEST_CUT = 13
/** A few bytes can repeat a filled row a million times: no real list has that. Blank rows do not count. */
const MOST_REPEATED_ROWS = 100_000
/** Lists have the same value in neighbouring columns, row after row. */
const MOST_REPEATED_CELLS = 5_000_000
