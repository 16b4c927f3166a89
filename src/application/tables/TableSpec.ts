import type { Texts, TermOf } from '../texts/Texts'

/** A table of rows of one kind, by which whatever file is written: no cell is matched to its header by its position. */
export interface TableSpec<Row> {
  /** Names it to programs, and is its name among the `sheets` of the texts. */
  readonly key: string
  readonly columns: readonly TableColumn<Row>[]
}

/** A column with its header and its cells in one place. */
export interface TableColumn<Row> extends ColumnHead {
  value(row: Row): PlainCell
  /** What a sheet computes the value by, other cells of the row written as `[key]`; the value is kept as its result. */
  formula?(row: Row): string
}

/** What is known of a column without any row. */
export interface ColumnHead {
  /** Names it to programs; no other column of the table has it. */
  readonly key: string
  /** The header, in the reader's language. */
  readonly label: string
  readonly type: CellType
  /** In characters of the default font; a Chinese character takes two. */
  readonly width: number
  /** The reader fills the cells in: one of the choices, or anything where there are none. */
  readonly input?: { readonly choices: readonly string[] }
}

/**
 * `yuan`: two decimals, grouped. `percent`: a share, shown with two decimals. `decimal`: two decimals where there are any. `date`: a
 * calendar day. `instant`: day and time in Asia/Shanghai.
 */
export type CellType = 'text' | 'integer' | 'yuan' | 'percent' | 'decimal' | 'date' | 'instant'

/** Text, number, ISO date or instant by the column's type; null leaves the cell empty. */
export type PlainCell = string | number | null

/** The value of a formula, with the formula. */
export interface ComputedCell {
  readonly value: PlainCell
  readonly formula: string
}

export type Cell = PlainCell | ComputedCell

/** Makes columns with the texts' word for their key as header. */
export function columnsIn<Row>(texts: Texts) {
  return (
    key: TermOf<'columns'>,
    width: number,
    type: CellType,
    value: (row: Row) => PlainCell,
  ): TableColumn<Row> => ({
    key,
    label: texts.term('columns', key),
    width,
    type,
    value,
  })
}

/** A row's cells, in the order of the columns. */
export function cellsOf<Row>(columns: readonly TableColumn<Row>[], row: Row): readonly Cell[] {
  return columns.map((column) => {
    const value = column.value(row)
    return column.formula === undefined ? value : { value, formula: column.formula(row) }
  })
}
