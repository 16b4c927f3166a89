import type { Language } from '../texts/Texts'
import type { WorkbookSheet } from '../workbook/WorkbookSheet'

/** A column that a list should have, with what to write and what it looks like. */
export interface TemplateColumn {
  readonly header: string
  /** Without it a household is not known, or not judged. */
  readonly isNeeded: boolean
  readonly hint: Readonly<Record<Language, string>>
  /** Cells of invented people, a row each. */
  readonly examples: readonly string[]
}

/** The words around the template, in the reader's language. */
export interface TemplateWords {
  readonly list: string
  readonly notes: string
  readonly column: string
  readonly hint: string
  readonly example: string
  readonly needed: string
}

/** A list to be filled in: its header alone, every column as text, and a sheet that says what to write. */
export function rosterTemplate(
  columns: readonly TemplateColumn[],
  language: Language,
  words: TemplateWords,
): readonly WorkbookSheet[] {
  const text = (key: string, label: string, width: number) => ({ key, label, width, type: 'text' }) as const
  return [
    {
      name: words.list,
      isList: true,
      columns: columns.map(({ header }) => text(header, header, 16)),
      rows: [],
    },
    {
      name: words.notes,
      isList: false,
      columns: [
        text('column', words.column, 18),
        text('hint', words.hint, 60),
        text('example', words.example, 24),
      ],
      rows: columns.map(({ header, isNeeded, hint, examples }) => [
        header,
        [isNeeded ? words.needed : '', hint[language]].filter(Boolean).join('；'),
        examples[0] ?? '',
      ]),
    },
  ]
}
