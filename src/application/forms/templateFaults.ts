import type { ProblemCode } from '../../domain/shared/ProblemCode'
import type { FactBook } from './formFacts'
import { GRID_COLUMNS } from './FormPage'
import type { RowKind } from './FormContext'
import type { FormBlock, FormSubject, FormTemplate } from './FormTemplate'
import { NAME_IN_TEXT } from './layout/layBlock'
import { ROWS_OF_SUBJECT } from './rowsOf'

export interface TemplateFault {
  readonly code: Extract<ProblemCode, `form_${string}`>
  readonly value: string
  /** Path in the file, as `blocks.2.fields.0.value`. */
  readonly at: string
}

/** A name of a template with what is at hand where it stands. */
interface UsedName {
  readonly name: string
  readonly at: string
  readonly rows?: RowKind
}

/** What is at hand everywhere in a form about such a subject. */
const AT_HAND: Readonly<Record<FormSubject, readonly RowKind[]>> = {
  household: ['household', 'project'],
  suspicion: ['household', 'project'],
  village: ['village', 'project'],
  county: ['county', 'project'],
}

/** Names that no fact has or that are not at hand in their place, and rows that are not as wide as the page. */
export function templateFaults(template: FormTemplate, facts: FactBook): readonly TemplateFault[] {
  const names = [
    ...namesInText(template.subtitle, 'subtitle'),
    ...template.blocks.flatMap((block, at) => namesIn(block, `blocks.${at}`)),
  ]
  return [
    ...names.flatMap((used) => nameFault(used, template.of, facts) ?? []),
    ...template.blocks.flatMap((block, at) => widthFaults(block, `blocks.${at}`)),
    ...template.blocks.flatMap((block, at) => rowFault(block, template.of, `blocks.${at}.rows`)),
  ]
}

function nameFault({ name, at, rows }: UsedName, of: FormSubject, facts: FactBook): TemplateFault | null {
  const fact = facts.get(name)
  if (fact === undefined) return { code: 'form_name_unknown', value: name, at }
  if (AT_HAND[of].includes(fact.kind) || fact.kind === rows) return null
  return { code: 'form_name_out_of_place', value: name, at }
}

function namesIn(block: FormBlock, at: string): readonly UsedName[] {
  const valued = (fields: readonly { readonly value?: string }[], part: string, rows?: RowKind) =>
    fields.flatMap(({ value }, index): readonly UsedName[] =>
      value === undefined
        ? []
        : [{ name: value, at: `${at}.${part}.${index}.value`, ...(rows !== undefined && { rows }) }],
    )
  switch (block.kind) {
    case 'paragraph':
      return namesInText(block.text, `${at}.text`)
    case 'fields':
      return valued(block.fields, 'fields')
    case 'table':
      return valued(block.columns, 'columns', block.rows)
    case 'signatures':
      return valued(block.lines, 'lines')
    case 'grid':
      return block.rows.flatMap((cells, row) =>
        cells.flatMap((cell, column): readonly UsedName[] =>
          cell !== null && 'value' in cell
            ? [{ name: cell.value, at: `${at}.rows.${row}.${column}.value` }]
            : [],
        ),
      )
    case 'heading':
    case 'space':
    case 'page':
      return []
  }
}

function namesInText(text: FormTemplate['subtitle'], at: string): readonly UsedName[] {
  return Object.entries(text ?? {}).flatMap(([language, words]) =>
    [...words.matchAll(NAME_IN_TEXT)].map(([, name = '']) => ({ name, at: `${at}.${language}` })),
  )
}

/** Rows that a form about such a subject cannot list. */
function rowFault(block: FormBlock, of: FormSubject, at: string): readonly TemplateFault[] {
  if (block.kind !== 'table' || ROWS_OF_SUBJECT[of].some((kind) => kind === block.rows)) return []
  return [{ code: 'form_name_out_of_place', value: block.rows, at }]
}

function widthFaults(block: FormBlock, at: string): readonly TemplateFault[] {
  const widthFault = (width: number, part: string): readonly TemplateFault[] =>
    width === GRID_COLUMNS ? [] : [{ code: 'form_row_width', value: String(width), at: `${at}.${part}` }]
  if (block.kind === 'table')
    return widthFault(
      block.columns.reduce((sum, { width }) => sum + width, 0),
      'columns',
    )
  if (block.kind !== 'grid') return []
  const cells = block.rows.flatMap((row, index): readonly TemplateFault[] =>
    row.length === block.widths.length
      ? []
      : [{ code: 'form_row_width', value: String(row.length), at: `${at}.rows.${index}` }],
  )
  return [
    ...widthFault(
      block.widths.reduce((sum, width) => sum + width, 0),
      'widths',
    ),
    ...cells,
  ]
}
