import * as v from 'valibot'
import type { Problem } from '../../domain/shared/Problem'
import { refusals, success, type Result } from '../../domain/shared/Result'
import { templateFaults } from './templateFaults'
import type { FactBook } from './formFacts'
import { FORM_SUBJECTS, type FormTemplate } from './FormTemplate'
import { GRID_COLUMNS } from './FormPage'
import { ROWS_OF_SUBJECT } from './rowsOf'

const text = v.strictObject({ 'zh-CN': v.string(), en: v.string() })
const size = v.optional(v.pipe(v.number(), v.minValue(6), v.maxValue(30)))
const some = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(GRID_COLUMNS))
const upTo = (most: number) => v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(most))
const field = { label: text, value: v.optional(v.string()), span: v.optional(upTo(6)) }
const rowKinds = Object.values(ROWS_OF_SUBJECT).flat()

const block = v.variant('kind', [
  v.strictObject({ kind: v.literal('heading'), text }),
  v.strictObject({ kind: v.literal('paragraph'), text, size }),
  v.strictObject({
    kind: v.literal('fields'),
    perRow: upTo(6),
    size,
    fields: v.array(v.strictObject(field)),
  }),
  v.strictObject({
    kind: v.literal('table'),
    rows: v.picklist(rowKinds),
    least: v.optional(upTo(100)),
    size,
    columns: v.pipe(v.array(v.strictObject({ ...field, width: some })), v.minLength(1)),
  }),
  v.strictObject({
    kind: v.literal('grid'),
    size,
    widths: v.array(some),
    head: v.optional(v.array(text)),
    rows: v.array(
      v.array(v.nullable(v.union([v.strictObject({ text }), v.strictObject({ value: v.string() })]))),
    ),
  }),
  v.strictObject({
    kind: v.literal('signatures'),
    perRow: upTo(4),
    lines: v.array(v.strictObject(field)),
  }),
  v.strictObject({ kind: v.literal('space'), label: text, lines: upTo(60) }),
  v.strictObject({ kind: v.literal('page') }),
])

const template = v.strictObject({
  $schema: v.optional(v.string()),
  name: v.pipe(v.string(), v.regex(/^[a-z][a-z0-9-]*$/)),
  of: v.picklist(FORM_SUBJECTS),
  title: text,
  subtitle: v.optional(text),
  page: v.strictObject({
    orientation: v.picklist(['portrait', 'landscape']),
    size: v.pipe(v.number(), v.minValue(6), v.maxValue(30)),
  }),
  blocks: v.pipe(v.array(block), v.minLength(1)),
})

/**
 * A form's file, checked. Refused, each with the file and the place in it: `form_unreadable` (no JSON), `form_part_invalid`,
 * `form_name_unknown` (no such fact), `form_name_out_of_place` (a fact of something that is not at hand there), `form_row_width`.
 */
export function parseTemplate(json: string, file: string, facts: FactBook): Result<FormTemplate> {
  let data: unknown
  try {
    data = JSON.parse(json)
  } catch (error) {
    return refusals([problemOf('form_unreadable', file, error instanceof Error ? error.message : '', '')])
  }
  const parsed = v.safeParse(template, data)
  if (!parsed.success)
    return refusals(
      parsed.issues.map((issue) =>
        problemOf('form_part_invalid', file, issue.message, v.getDotPath(issue) ?? ''),
      ),
    )
  const own = parsed.output as FormTemplate
  const faults = templateFaults(own, facts)
  if (faults.length > 0)
    return refusals(faults.map(({ code, value, at }) => problemOf(code, file, value, at)))
  return success(own)
}

function problemOf(code: Problem['code'], file: string, value: string, at: string): Problem {
  return { code, severity: 'error', place: { file }, value, details: { at } }
}
