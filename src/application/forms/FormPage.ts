import type { Strokes } from '../../domain/interview/Answers'
import type { Cell } from '../tables/TableSpec'

/** Columns of the grid that every page has. */
export const GRID_COLUMNS = 24

/** A form as it lies on paper, whatever renders it: every page holds what fits on a sheet of A4. */
export interface FormSheet {
  /** The form's title and whom it is about. */
  readonly name: string
  readonly orientation: 'portrait' | 'landscape'
  readonly pages: readonly FormPage[]
}

export interface FormPage {
  readonly rows: readonly FormRow[]
}

export interface FormRow {
  /** In points. */
  readonly height: number
  readonly cells: readonly FormCell[]
}

export interface FormCell {
  /** First column of the grid, from 0. */
  readonly from: number
  /** Columns it takes. */
  readonly span: number
  readonly content: FormContent
  readonly look: CellLook
  /** Points of its text. */
  readonly size: number
}

/** Null: nothing, to be filled in by pen. */
export type FormContent = Cell | { readonly strokes: Strokes }

/** `title`, `subtitle`, `heading`, `text`: without rules. `head`: of a table. `label`, `value`: ruled. `line`: a rule below alone. */
export type CellLook = 'title' | 'subtitle' | 'heading' | 'text' | 'head' | 'label' | 'value' | 'line'

export function hasStrokes(content: FormContent): content is { readonly strokes: Strokes } {
  return typeof content === 'object' && content !== null && 'strokes' in content
}
