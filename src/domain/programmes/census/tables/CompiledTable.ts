import type { Frame } from '../../../instrument/compileExpression'
import type { Text } from '../../../instrument/Instrument'
import type { Population } from './TableData'

/** A table ready to code cases with. */
export interface CompiledTable extends TableHead {
  readonly coding: Coding
}

/** What a table is called, and its rows and columns. */
export interface TableHead {
  readonly id: string
  readonly label: Text
  readonly population: Population
  readonly rows: readonly CodeLabel[]
  /** Null where it has rows alone. */
  readonly columns: readonly CodeLabel[] | null
}

export interface CodeLabel {
  readonly code: string
  readonly label: Text
}

/**
 * How a case is coded. `one`: `OUT`, `UNANSWERED`, or `firstCell` and on, row by row. `several`: `OUT`, or a bit mask of the rows
 * with `IN` and, where it counts for the base, `ANSWERED`; `known` is the mask of the rows whose question it answered, null where
 * the whole table has one base. `amounts`: the rows' counts and, last, what they are shares of; undefined: not answered.
 */
export type Coding =
  | { readonly kind: 'one'; codeOf(frame: Frame): number }
  | {
      readonly kind: 'several'
      codeOf(frame: Frame): number
      readonly known: ((frame: Frame) => number) | null
    }
  | { readonly kind: 'amounts'; amountsOf(frame: Frame): readonly (number | undefined)[] }

/** Of no concern to the table: not of its population, or left out by its filter. */
export const OUT = 0
export const UNANSWERED = 1
export const FIRST_CELL = 2
/** Cells that a code of a byte has room for. */
export const MOST_CELLS = 254

/** Marks of a mask, above the bits of the rows. */
export const IN = 0x80000000
export const ANSWERED = 0x40000000
/** Rows that a mask has room for. */
export const MOST_ROWS = 30
