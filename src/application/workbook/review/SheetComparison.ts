import { cellAddress } from '../../../domain/roster/SheetTable'
import { cellSign, isSameCell } from './isSameCell'
import type { MatchedSheet } from './matchSheets'
import { plainValue, type ChangedCell, type ColumnArea } from './ReturnedWorkbook'
import type { SheetSnapshot, SnapshotCell } from './Snapshot'

/** Which side of the comparison: the sheet as it was written, or as it is now. */
export type Side = 'was' | 'now'

/** A sheet as it was written, compared with itself as it is now; what was to be filled in counts as empty. */
export class SheetComparison {
  readonly was: SheetSnapshot['rows']
  readonly now: SheetSnapshot['rows']
  /** Columns as they were written, each with its place now. */
  readonly #columns: readonly Column[]
  /** Those of which rows are known again: what is filled in beside them is not known once rows were sorted. */
  readonly #known: readonly Column[]
  readonly #naming: Column | undefined
  readonly #places: ReadonlySet<number>

  constructor(
    { was, now, columns }: MatchedSheet,
    readonly inputs: readonly ColumnArea[],
    readonly sheet = now.name,
  ) {
    this.was = was.rows
    this.now = now.rows
    this.#columns = columns.map((place, at) => ({ at, place }))
    this.#places = new Set(columns)
    const filledIn = new Set(inputs.flatMap(({ column, from, to }) => (to > from ? [column] : [])))
    this.#known = this.#columns.filter(({ place }) => !filledIn.has(place))
    this.#naming = this.#known.find(({ at }) => tellsApart(was.rows.map((row) => row[at] ?? null)))
  }

  isSame(was: number, now: number): boolean {
    return this.#differing(was, now).length === 0 && this.#others(now).length === 0
  }

  /** A text that is the same for rows that say the same. */
  signOf(side: Side, row: number): string {
    const others = side === 'now' ? this.#others(row) : []
    const signs = this.#known.map((column) => cellSign(this.#cell(side, row, column)))
    return [...signs, ...others.map((place) => cellSign(this.#cellNow(row, place)))].join('\u0000')
  }

  /** What a row is called, unlike all others as they were written; empty where nothing tells them apart. */
  nameOf(side: Side, row: number): string {
    return this.#naming === undefined ? '' : cellSign(this.#cell(side, row, this.#naming))
  }

  /** The cells of a row that differ. */
  changed(was: number, now: number): readonly ChangedCell[] {
    return [
      ...this.#differing(was, now).map(({ at, place }) =>
        this.#changedCell(now, place, this.was[was]?.[at] ?? null),
      ),
      ...this.#others(now).map((place) => this.#changedCell(now, place, null)),
    ]
  }

  /** A row that was taken out or added, as one; nothing of an empty one. */
  whole(side: Side, row: number): readonly ChangedCell[] {
    const cells = this[side][row] ?? []
    const filled = cells.flatMap((cell, place) =>
      isEmpty(side === 'was' ? cell : this.#cellNow(row, place)) ? [] : [place],
    )
    const [first, last] = [filled[0], filled.at(-1)]
    if (first === undefined || last === undefined) return []
    const text = filled.map((place) => String(plainValue(cells[place] ?? null) ?? '')).join(' | ')
    const range = [...new Set([cellAddress(row, first), cellAddress(row, last)])].join(':')
    return [{ sheet: this.sheet, cell: range, was: null, now: null, [side]: text }]
  }

  #differing(was: number, now: number): readonly Column[] {
    return this.#columns.filter(
      ({ at, place }) =>
        !this.#isInput(now, place) &&
        !isSameCell(this.was[was]?.[at] ?? null, this.now[now]?.[place] ?? null),
    )
  }

  /** Filled cells in columns that were not written. */
  #others(row: number): readonly number[] {
    const cells = this.now[row] ?? []
    return cells.flatMap((_, place) =>
      this.#places.has(place) || isEmpty(this.#cellNow(row, place)) ? [] : [place],
    )
  }

  #changedCell(row: number, place: number, was: SnapshotCell): ChangedCell {
    const now = plainValue(this.now[row]?.[place] ?? null)
    return { sheet: this.sheet, cell: cellAddress(row, place), was: plainValue(was), now }
  }

  #cell(side: Side, row: number, { at, place }: Column): SnapshotCell {
    return side === 'was' ? (this.was[row]?.[at] ?? null) : this.#cellNow(row, place)
  }

  #cellNow(row: number, place: number): SnapshotCell {
    return this.#isInput(row, place) ? null : (this.now[row]?.[place] ?? null)
  }

  #isInput(row: number, place: number): boolean {
    return this.inputs.some(({ column, from, to }) => column === place && from <= row && row <= to)
  }
}

/** A column as it was written, and where it is now. */
interface Column {
  readonly at: number
  readonly place: number
}

/** Whether every row has something there, and no two the same. */
function tellsApart(cells: readonly SnapshotCell[]): boolean {
  const signs = cells.map(cellSign)
  return !signs.includes('') && !signs.includes('=') && new Set(signs).size === signs.length
}

function isEmpty(cell: SnapshotCell): boolean {
  return cell === null || cell === ''
}
