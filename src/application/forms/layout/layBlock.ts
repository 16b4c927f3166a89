import type { Text } from '../../../domain/instrument/Instrument'
import { contentText } from '../contentText'
import type { FactBook } from '../formFacts'
import type { FormContext } from '../FormContext'
import { GRID_COLUMNS, hasStrokes, type FormContent, type FormRow } from '../FormPage'
import type {
  FieldsBlock,
  FormBlock,
  FormField,
  GridBlock,
  SignaturesBlock,
  TableBlock,
} from '../FormTemplate'
import { rowsOf } from '../rowsOf'
import { WRITABLE, type PlannedCell, type RowMaker, type Strip } from './Strip'

/** What a template's values are read by. */
export interface Reading {
  readonly facts: FactBook
  readonly context: FormContext
}

/** Height of a place to sign in. */
const SIGNATURE_HEIGHT = 40

/** A block of a template as rows, with its values. */
export function layBlock(block: FormBlock, reading: Reading, maker: RowMaker): Strip {
  const { language } = reading.context.texts
  const whole = (content: FormContent, look: PlannedCell['look'], size = maker.size) =>
    maker.rows([{ span: GRID_COLUMNS, content, look, size }])
  switch (block.kind) {
    case 'heading':
      return { head: [], rows: whole(block.text[language], 'heading', maker.size + 1), isHeading: true }
    case 'paragraph':
      return { head: [], rows: whole(filledText(block.text, reading), 'text', block.size ?? maker.size) }
    case 'fields':
      return { head: [], rows: fieldRows(block, reading, maker) }
    case 'table':
      return layTable(block, reading, maker)
    case 'grid':
      return layGrid(block, reading, maker)
    case 'signatures':
      return { head: [], rows: signatureRows(block, reading, maker) }
    case 'space':
      return {
        head: [],
        rows: [
          ...whole(block.label[language], 'label'),
          ...Array.from({ length: block.lines }, () => whole(null, 'value')).flat(),
        ].map((row) => ({ ...row, height: Math.max(row.height, WRITABLE) })),
      }
    case 'page':
      return { head: [], rows: [], breaksPage: true }
  }
}

/** A text with its facts in place of their names; room to write where one is not known. */
export function filledText(text: Text, { facts, context }: Reading): string {
  return text[context.texts.language].replace(
    NAME_IN_TEXT,
    (_, name: string) => contentText(valueOf(name, { facts, context })) || '＿＿＿＿＿＿',
  )
}

export const NAME_IN_TEXT = /\{([\w.]+)\}/g

function valueOf(name: string | undefined, { facts, context }: Reading): FormContent {
  return name === undefined ? null : (facts.get(name)?.value(context) ?? null)
}

function fieldRows(
  { fields, perRow, size }: FieldsBlock,
  reading: Reading,
  maker: RowMaker,
): readonly FormRow[] {
  const unit = Math.floor(GRID_COLUMNS / perRow)
  const labelSpan = Math.min(7, Math.max(3, Math.round(unit * 0.4)))
  return inRows(fields, perRow).flatMap((row) => {
    const cells = row.flatMap(({ label, value, span = 1 }): readonly PlannedCell[] => [
      { span: labelSpan, content: label[reading.context.texts.language], look: 'label' },
      { span: unit * span - labelSpan, content: valueOf(value, reading), look: 'value' },
    ])
    return maker.rows(stretched(sized(cells, size)), WRITABLE)
  })
}

/** Fields one after the other, as many in a row as it has room for. */
function inRows(fields: readonly FormField[], perRow: number): readonly (readonly FormField[])[] {
  const rows: FormField[][] = []
  let room = 0
  for (const field of fields) {
    const { span = 1 } = field
    if (span > room) {
      rows.push([])
      room = perRow
    }
    rows.at(-1)?.push(field)
    room -= span
  }
  return rows
}

/** The last cell goes to the edge of the page. */
function stretched(cells: readonly PlannedCell[]): readonly PlannedCell[] {
  const used = cells.reduce((sum, { span }) => sum + span, 0)
  return cells.map((cell, at) =>
    at === cells.length - 1 ? { ...cell, span: cell.span + GRID_COLUMNS - used } : cell,
  )
}

function layTable({ rows, columns, least = 0, size }: TableBlock, reading: Reading, maker: RowMaker): Strip {
  const { facts, context } = reading
  const cellsOf = (own: FormContext | null): readonly PlannedCell[] =>
    columns.map(({ value, width }) => ({
      span: width,
      content: own === null ? null : valueOf(value, { facts, context: own }),
      look: 'value',
    }))
  const known = rowsOf(rows, context)
  const empty = Array.from({ length: Math.max(0, least - known.length) }, () => null)
  const head = columns.map(({ label, width }): PlannedCell => ({
    span: width,
    content: label[context.texts.language],
    look: 'head',
  }))
  return {
    head: maker.rows(sized(head, size)),
    rows: [...known, ...empty].flatMap((own) => maker.rows(sized(cellsOf(own), size), WRITABLE)),
  }
}

function layGrid({ widths, head, rows, size }: GridBlock, reading: Reading, maker: RowMaker): Strip {
  const { language } = reading.context.texts
  const cell = (at: number, content: FormContent, look: PlannedCell['look']): PlannedCell => ({
    span: widths[at] ?? 1,
    content,
    look,
  })
  const heads = head?.map((text, at) => cell(at, text[language], 'head'))
  return {
    head: heads === undefined ? [] : maker.rows(sized(heads, size)),
    rows: rows.flatMap((cells) =>
      maker.rows(
        sized(
          cells.map((each, at) => {
            if (each !== null && 'text' in each) return cell(at, each.text[language], 'label')
            return cell(at, each === null ? null : valueOf(each.value, reading), 'value')
          }),
          size,
        ),
        WRITABLE,
      ),
    ),
  }
}

function signatureRows(
  { lines, perRow }: SignaturesBlock,
  reading: Reading,
  maker: RowMaker,
): readonly FormRow[] {
  const unit = Math.floor(GRID_COLUMNS / perRow)
  return inRows(lines, perRow).flatMap((row) =>
    maker.rows(
      row.flatMap(({ label, value }): readonly PlannedCell[] => {
        const words = label[reading.context.texts.language]
        const labelSpan = Math.min(unit - 4, Math.max(3, Math.ceil(words.length / 2) + 2))
        const given = valueOf(value, reading)
        return [
          { span: labelSpan, content: words, look: 'text' },
          { span: unit - labelSpan, content: given, look: 'line' },
        ]
      }),
      row.some(({ value }) => isDrawn(valueOf(value, reading))) ? SIGNATURE_HEIGHT * 1.5 : SIGNATURE_HEIGHT,
    ),
  )
}

function isDrawn(content: FormContent): boolean {
  return hasStrokes(content)
}

function sized(cells: readonly PlannedCell[], size: number | undefined): readonly PlannedCell[] {
  return size === undefined ? cells : cells.map((cell) => ({ ...cell, size }))
}
