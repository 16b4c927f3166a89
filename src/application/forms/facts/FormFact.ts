import type { FormContext, FormRows, RowKind } from '../FormContext'
import type { FormContent } from '../FormPage'

/** What a name of a template stands for. */
export interface FormFact {
  /** What it is a fact of: it can be had wherever such a row is at hand. */
  readonly kind: RowKind
  /** Null where it is not known: an empty ruled cell. */
  readonly value: (context: FormContext) => FormContent
}

type Read<Kind extends RowKind> = (row: FormRows[Kind], context: FormContext) => FormContent

/** Facts of one kind of row, by their names with the prefix before them. */
export function factsOf<Kind extends RowKind>(
  kind: Kind,
  prefix: string,
  reads: Readonly<Record<string, Read<Kind>>>,
): readonly (readonly [string, FormFact])[] {
  return Object.entries(reads).map(([name, read]) => [`${prefix}.${name}`, factOf(kind, read)] as const)
}

/** A fact read from one kind of row. */
export function factOf<Kind extends RowKind>(kind: Kind, read: Read<Kind>): FormFact {
  return {
    kind,
    value(context) {
      const row: FormRows[Kind] | undefined = (context as Partial<FormRows>)[kind]
      return row === undefined ? null : read(row, context)
    },
  }
}
