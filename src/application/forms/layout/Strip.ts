import { contentText } from '../contentText'
import type { CellLook, FormCell, FormContent, FormRow, FormSheet } from '../FormPage'
import { heightOf, paperOf, piecesOf, ROW_LIMIT } from './paper'

/** Rows that belong together, before they are put on pages. */
export interface Strip {
  /** Repeated on every page that the rows go on to. */
  readonly head: readonly FormRow[]
  readonly rows: readonly FormRow[]
  /** The first row is never alone at the foot of a page. */
  readonly isHeading?: boolean
  /** Begins on a page of its own. */
  readonly breaksPage?: boolean
}

/** How rows are made on one paper. */
export interface RowMaker {
  readonly size: number
  /** A row as high as its highest cell; one higher than a row can be goes on in further rows. */
  rows(cells: readonly PlannedCell[], least?: number): readonly FormRow[]
}

/** A cell by how many columns it takes; they lie side by side. */
export interface PlannedCell {
  readonly span: number
  readonly content: FormContent
  readonly look: CellLook
  /** Points; left out: the page's own. */
  readonly size?: number
}

/** Height of an empty ruled row that one can write in. */
export const WRITABLE = 24

export function rowMaker(orientation: FormSheet['orientation'], size: number): RowMaker {
  const paper = paperOf(orientation)
  const needed = (cell: FormCell): number => heightOf(contentText(cell.content), cell.size, cell.span, paper)
  return {
    size,
    rows(planned, least = 0) {
      const cells = placed(planned, size)
      const height = Math.max(least, ...cells.map(needed))
      if (height <= ROW_LIMIT) return [{ height, cells }]
      const pieces = cells.map((cell) => piecesOf(contentText(cell.content), cell.size, cell.span, paper))
      const count = Math.max(...pieces.map(({ length }) => length))
      return Array.from({ length: count }, (_, part) => {
        const own = cells.map((cell, at) => ({ ...cell, content: pieces[at]?.[part] || null }))
        return { height: Math.min(ROW_LIMIT, Math.max(least, ...own.map(needed))), cells: own }
      })
    },
  }
}

function placed(planned: readonly PlannedCell[], size: number): readonly FormCell[] {
  let from = 0
  return planned.map((cell) => {
    const own = { size, ...cell, from }
    from += cell.span
    return own
  })
}
