import { GRID_COLUMNS, type FormSheet } from '../FormPage'

/** What fits on a sheet of A4 within its margins, in points, with some room left: programs measure letters differently. */
interface Paper {
  /** Width of one column of the grid. */
  readonly column: number
  readonly height: number
}

const PAPERS: Readonly<Record<FormSheet['orientation'], Paper>> = {
  portrait: { column: 468 / GRID_COLUMNS, height: 745 },
  landscape: { column: 684 / GRID_COLUMNS, height: 500 },
}

export function paperOf(orientation: FormSheet['orientation']): Paper {
  return PAPERS[orientation]
}

/** Excel has no higher row. */
export const ROW_LIMIT = 400

const LINE_SPACING = 1.4
/** Between a cell's rule and its text, both sides together. */
const PADDING = 6

/** Height of a row that holds this text in so many columns, in points. */
export function heightOf(text: string, size: number, span: number, { column }: Paper): number {
  return linesOf(text, size, span * column) * size * LINE_SPACING + PADDING
}

/** A text cut into pieces that each fit a row of the greatest height. */
export function piecesOf(text: string, size: number, span: number, { column }: Paper): readonly string[] {
  const most = Math.floor((ROW_LIMIT - PADDING) / (size * LINE_SPACING))
  const pieces: string[] = []
  let piece = ''
  for (const letter of text) {
    if (linesOf(piece + letter, size, span * column) > most) {
      pieces.push(piece)
      piece = ''
    }
    piece += letter
  }
  return [...pieces, piece]
}

function linesOf(text: string, size: number, width: number): number {
  const room = Math.max(width - PADDING, size)
  return text
    .split('\n')
    .reduce((lines, part) => lines + Math.max(1, Math.ceil((emsOf(part) * size) / room)), 0)
}

/** Width in widths of a Chinese character; others take a little more than half. */
function emsOf(text: string): number {
  const wide = text.match(/[\u2e80-\uffff]/g)?.length ?? 0
  return wide + (text.length - wide) * 0.56
}
