import type { DataTable, Variable } from '../../../application/datasets/Dataset'
import type { TableSizes } from '../columnSizes'

/** A variable of the file. */
export interface SavColumn {
  readonly variable: Variable
  /** Place of its cell in a row. */
  readonly index: number
  readonly name: string
  /** Bytes of a text; 0: a number. */
  readonly width: number
  /** Which part of a text that is too long for one variable, from 0; null where it is whole. */
  readonly part: number | null
  /** What it is made of: a text of more than 255 bytes is several pieces. */
  readonly pieces: readonly SavPiece[]
}

export interface SavPiece {
  /** At most 8 characters: the pieces' own, which no reader sees. */
  readonly shortName: string
  /** Bytes that are set aside; 0: a number. */
  readonly width: number
  /** Cells of 8 bytes. */
  readonly cells: number
  /** 1-based among the cells of a row. */
  readonly position: number
}

/** Bytes beyond the longest text of several pieces: ReadStat, by which R and Python read, may lose the last ones of a full one. */
const SPARE_BYTES = 8
/** Longest text of a variable, in bytes: SPSS sets aside 32,767. */
export const LONGEST_TEXT = 32_767 - SPARE_BYTES
/** Bytes of a text in one piece, and bytes by which the width of several pieces is reckoned. */
export const PIECE_BYTES = 255
const RECKONED_BYTES = 252

/** The table's variables; a text longer than a variable can be goes on in `<name>_2`, `<name>_3` … */
export function savColumns({ variables }: DataTable, { longest }: TableSizes): readonly SavColumn[] {
  let position = 1
  let count = 0
  const columnOf = (variable: Variable, index: number, width: number, part: number | null): SavColumn => {
    const pieces = pieceWidths(width).map((own): SavPiece => {
      const piece = { shortName: `V${++count}`, width: own, cells: Math.max(1, Math.ceil(own / 8)), position }
      position += piece.cells
      return piece
    })
    const name = part === null || part === 0 ? variable.name : `${variable.name}_${part + 1}`
    return { variable, index, name, width, part, pieces }
  }
  return variables.flatMap((variable, index) => {
    if (variable.type !== 'text') return [columnOf(variable, index, 0, null)]
    const bytes = Math.max(1, longest[index] ?? 0)
    if (bytes <= PIECE_BYTES) return [columnOf(variable, index, bytes, null)]
    if (bytes <= LONGEST_TEXT) return [columnOf(variable, index, bytes + SPARE_BYTES, null)]
    // Parts are cut between characters, up to three bytes early.
    const parts = Math.ceil(bytes / (LONGEST_TEXT - 3))
    return Array.from({ length: parts }, (_, part) =>
      columnOf(variable, index, LONGEST_TEXT + SPARE_BYTES, part),
    )
  })
}

function pieceWidths(width: number): readonly number[] {
  if (width <= PIECE_BYTES) return [width]
  const count = Math.ceil(width / RECKONED_BYTES)
  return Array.from({ length: count }, (_, piece) =>
    piece < count - 1 ? PIECE_BYTES : width - piece * RECKONED_BYTES,
  )
}
