import type { SnapshotCell } from './Snapshot'

/** A workbook that came back, as it was read. */
export type ReturnedWorkbook = ReturnedReview | ReturnedCensus

/** What programs rely on in either kind, and what else was changed in it. */
export interface ReturnedBook<Row extends KeyedRow = KeyedRow> {
  readonly file: string
  /** The program that saved it since, as it calls itself; null where it does not say. */
  readonly producer: string | null
  readonly marks: Readonly<Record<'project' | 'state', ReturnedMark>>
  readonly reviewer: ReturnedCell
  /** The rows of households as they stand now, in whatever order. */
  readonly rows: readonly Row[]
  /** Keys of the rows that were written; null where what was written is lost. */
  readonly writtenKeys: readonly string[] | null
  /** Cells that are not as they were written, besides those to be filled in. */
  readonly changed: readonly ChangedCell[]
}

/** A review workbook: its rows are those of the review sheet. */
export interface ReturnedReview extends ReturnedBook<ReturnedRow> {
  readonly kind: 'review'
  readonly confirmer: ReturnedCell
  readonly questions: readonly ReturnedQuestion[]
}

/** A census workbook: its rows say how each household stood. */
export interface ReturnedCensus extends ReturnedBook {
  readonly kind: 'census'
  readonly proposals: readonly ReturnedProposal[]
  /** The same in rows below those that were prepared for them. */
  readonly below: readonly ReturnedProposal[]
}

/** What a workbook says of itself, in a hidden cell and as a property of the file; null where it does not. */
export interface ReturnedMark {
  readonly cell: string | null
  readonly property: string | null
}

/** Where a cell is; `cell` in A1 notation. */
export interface CellPlace {
  readonly sheet: string
  readonly cell: string
}

export interface ReturnedCell extends CellPlace {
  /** Truth values and errors are texts. */
  readonly value: SnapshotCell
}

/** A row that says which household it is of. */
export interface KeyedRow {
  readonly key: ReturnedCell
  readonly fingerprint: ReturnedCell
}

export interface ReturnedRow extends KeyedRow {
  readonly decision: ReturnedCell
  readonly reason: ReturnedCell
}

export interface ReturnedQuestion {
  readonly key: ReturnedCell
  readonly path: ReturnedCell
  readonly fingerprint: ReturnedCell
  readonly value: ReturnedCell
  readonly reason: ReturnedCell
}

/** A correction that somebody proposes, as it was written. */
export interface ReturnedProposal {
  readonly household: ReturnedCell
  readonly question: ReturnedCell
  /** Of a question that is asked of each person. */
  readonly member: ReturnedCell
  readonly value: ReturnedCell
  readonly reason: ReturnedCell
  readonly by: ReturnedCell
}

/** A cell that was written otherwise: changed by hand, and not taken. */
export interface ChangedCell {
  readonly sheet: string
  /** A range for a row that was added or taken out (then where it stood); null for the sheet's own name. */
  readonly cell: string | null
  readonly was: string | number | null
  readonly now: string | number | null
}

/** A sheet as it is now. */
export interface ReturnedSheet {
  readonly name: string
  readonly isVisible: boolean
  /** From the sheet's first row and column. */
  readonly rows: readonly (readonly SnapshotCell[])[]
}

/** Cells of a column, rows and column 0-based, the last row included. */
export interface ColumnArea {
  readonly sheet: string
  readonly column: number
  readonly from: number
  readonly to: number
}

/** What a cell says, whether a formula or not. */
export function plainValue(cell: SnapshotCell): string | number | null {
  return typeof cell === 'object' && cell !== null ? cell.f : cell
}

/** The text of a cell without the blanks around it; null where it has none. */
export function textIn({ value }: ReturnedCell): string | null {
  const text = String(plainValue(value) ?? '').trim()
  return text === '' ? null : text
}
