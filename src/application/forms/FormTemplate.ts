import type { Text } from '../../domain/instrument/Instrument'
import type { RowKind } from './FormContext'

/** A form on paper as data: a file of `resources/forms/`, or one that a user brings. Values are names of `formFacts`. */
export interface FormTemplate {
  /** What it is asked for by. */
  readonly name: string
  /** `suspicion`: a household, and only where something is suspected of it. */
  readonly of: FormSubject
  readonly title: Text
  /** Under the title; `{name}` stands for a fact. */
  readonly subtitle?: Text
  readonly page: PageSetting
  readonly blocks: readonly FormBlock[]
}

export const FORM_SUBJECTS = ['household', 'suspicion', 'village', 'county'] as const

export type FormSubject = (typeof FORM_SUBJECTS)[number]

export interface PageSetting {
  readonly orientation: 'portrait' | 'landscape'
  /** Points of ordinary text. */
  readonly size: number
}

export type FormBlock =
  | { readonly kind: 'heading'; readonly text: Text }
  | { readonly kind: 'paragraph'; readonly text: Text; readonly size?: number }
  | FieldsBlock
  | TableBlock
  | GridBlock
  | SignaturesBlock
  /** Ruled lines to write on. */
  | { readonly kind: 'space'; readonly label: Text; readonly lines: number }
  /** What follows begins on a page of its own. */
  | { readonly kind: 'page' }

/** Labels with their values beside them, so many in a row. */
export interface FieldsBlock {
  readonly kind: 'fields'
  readonly perRow: number
  readonly size?: number
  readonly fields: readonly FormField[]
}

export interface FormField {
  readonly label: Text
  /** Left out: an empty ruled cell. */
  readonly value?: string
  /** How many fields' room it takes. */
  readonly span?: number
}

/** A row for each member, ledger line …; its head is repeated on every page. */
export interface TableBlock {
  readonly kind: 'table'
  readonly rows: RowKind
  /** Empty ruled rows make up for what there is less of. */
  readonly least?: number
  readonly size?: number
  readonly columns: readonly TableColumn[]
}

export interface TableColumn extends FormField {
  /** Its share of the page's width, in 24ths. */
  readonly width: number
}

/** Rows that are always the same ones, as the lines of an account. */
export interface GridBlock {
  readonly kind: 'grid'
  readonly size?: number
  /** In 24ths of the page's width. */
  readonly widths: readonly number[]
  readonly head?: readonly Text[]
  /** Words, a fact, or null: an empty ruled cell. */
  readonly rows: readonly (readonly GridCell[])[]
}

export type GridCell = { readonly text: Text } | { readonly value: string } | null

export interface SignaturesBlock {
  readonly kind: 'signatures'
  readonly perRow: number
  /** `value`: strokes that were given, or a name. */
  readonly lines: readonly FormField[]
}
