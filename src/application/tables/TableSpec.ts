import type { Texts, TermOf } from '../texts/Texts'

/** A table of rows of one kind, by which whatever file is written: no cell is matched to its header by its position. */
export interface TableSpec<Row> {
  /** Names it to programs, and is its name among the `sheets` of the texts. */
  readonly key: string
  readonly columns: readonly TableColumn<Row>[]
}

/** A column with its header and its cells in one place. */
export interface TableColumn<Row> extends ColumnHead {
  value(row: Row): Cell
  /**
   * What a sheet computes the value by; the value is kept as its result. Other cells of the row are written as `[key]`, those of
   * another table as `{sheet.key}` (all rows), `{sheet.key:3}` and `{sheet.key:3-7}` (0-based rows). Null: the value itself.
   */
  formula?(row: Row): string | null
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
 * `yuan`: two decimals, grouped. `percent`: a share, shown with two decimals. `decimal`: two decimals where there are any. `number`: as many digits as the
 * cell has room for. `date`: a
 * calendar day. `instant`: day and time in Asia/Shanghai.
 */
export type CellType = 'text' | 'integer' | 'yuan' | 'percent' | 'decimal' | 'number' | 'date' | 'instant'

/** Text, number, ISO date or instant by the column's type; null leaves the cell empty. */
export type PlainCell = string | number | null

/** A value with more than its column says of it. */
export interface RichCell {
  readonly value: PlainCell
  readonly formula?: string
  /** Where it is of another type than its column. */
  readonly type?: CellType
  /** Where a click on it leads: a table's sheet, and the 0-based row there. */
  readonly goesTo?: { readonly sheet: string; readonly row: number }
  /** The reader fills it in. */
  readonly isInput?: boolean
}

export type Cell = PlainCell | RichCell

export function isRich(cell: Cell): cell is RichCell {
  return typeof cell === 'object' && cell !== null
}

/** Makes columns with the texts' word for their key as header. */
export function columnsIn<Row>(texts: Texts) {
  return (
    key: TermOf<'columns'>,
    width: number,
    type: CellType,
    value: (row: Row) => Cell,
    formula?: (row: Row) => string | null,
  ): TableColumn<Row> => ({
    key,
    label: texts.term('columns', key),
    width,
    type,
    value,
    ...(formula !== undefined && { formula }),
  })
}

/** A row's cells, in the order of the columns. */
export function cellsOf<Row>(columns: readonly TableColumn<Row>[], row: Row): readonly Cell[] {
  return columns.map((column) => {
    const cell = column.value(row)
    const formula = column.formula?.(row) ?? null
    if (formula === null) return cell
    return isRich(cell) ? { ...cell, formula } : { value: cell, formula }
  })
}
