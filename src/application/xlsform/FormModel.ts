import type { Text } from '../../domain/instrument/Instrument'

/**
 * A form as XLSForm and XForm have it: one model, of which the rows and the XML are written. Expressions are XLSForm's, with
 * `${name}` for other fields.
 */
export interface FormModel {
  readonly id: string
  readonly version: string
  readonly title: Text
  readonly instanceName: string
  readonly lists: readonly FormList[]
  readonly items: readonly FormItem[]
}

export interface FormList {
  readonly name: string
  readonly choices: readonly FormChoice[]
}

export interface FormChoice {
  readonly name: string
  readonly label: Text
  /** When it is offered, to the `choiceFilter` of its questions; absent where the list is always offered whole. */
  readonly offered?: string
}

export type FormItem = FormField | FormGroup

export interface FormGroup {
  readonly kind: 'group' | 'repeat'
  readonly name: string
  readonly label: Text
  readonly relevant?: string
  readonly items: readonly FormItem[]
}

/** What a field holds; `start` and `end` are written by the collecting program. */
export type FieldType =
  | 'start'
  | 'end'
  | 'calculate'
  | 'note'
  | 'text'
  | 'integer'
  | 'decimal'
  | 'date'
  | 'image'
  | 'signature'
  | 'audio'
  | 'select_one'
  | 'select_multiple'

export interface FormField {
  readonly kind: 'field'
  readonly type: FieldType
  readonly name: string
  readonly label?: Text
  readonly hint?: Text
  /** Of selections: a list of the form, or the values that a field has in the repeats of the form. */
  readonly choices?: { readonly list: string } | { readonly field: string }
  readonly relevant?: string
  /** True, or the condition on which it is. */
  readonly required?: true | string
  readonly constraint?: string
  readonly constraintMessage?: Text
  readonly requiredMessage?: Text
  readonly calculation?: string
  readonly choiceFilter?: string
  readonly isMinimal?: true
}
