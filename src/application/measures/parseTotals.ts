import * as v from 'valibot'
import type { CountyTotals } from '../../domain/programmes/assessment/measures/CountyTotals'
import { refusals, success, type Result } from '../../domain/shared/Result'
import type { Problem } from '../../domain/shared/Problem'

const persons = v.pipe(v.number(), v.safeInteger(), v.minValue(0))

const TOTALS = v.strictObject({
  ruralRegistered: v.pipe(v.number(), v.safeInteger(), v.minValue(1)),
  exited: persons,
  poor: persons,
  unregistered: persons,
  sampledVillagesUnregistered: v.optional(v.nullable(persons), null),
  source: v.pipe(v.string(), v.trim(), v.minLength(1)),
})

/** The county's totals as a file or a change has them. Refused field by field: see `docs/formats.md`. */
export function parseTotals(input: unknown, file?: string): Result<CountyTotals> {
  // To the parser an array is an object with numbers for names.
  if (Array.isArray(input)) return unreadable(JSON.stringify(input), file)
  const parsed = v.safeParse(TOTALS, input)
  if (parsed.success) return success(parsed.output)
  const place = file === undefined ? {} : { file }
  return refusals(
    parsed.issues.map((issue): Problem => {
      const field = issue.path?.map(({ key }) => String(key)).join('.') ?? ''
      return {
        code: codeOf(field, issue),
        severity: 'error',
        place,
        value: issue.input === undefined ? null : (JSON.stringify(issue.input) ?? null),
        details: { field },
      }
    }),
  )
}

/** The same from a file's text. */
export function parseTotalsText(text: string, file: string): Result<CountyTotals> {
  let input: unknown
  try {
    input = JSON.parse(text.replace(/^\uFEFF/, ''))
  } catch {
    return unreadable(text, file)
  }
  return parseTotals(input, file)
}

function unreadable(text: string, file: string | undefined): Result<CountyTotals> {
  const place = file === undefined ? {} : { file }
  return refusals([{ code: 'totals_unreadable', severity: 'error', place, value: text.slice(0, 80) }])
}

function codeOf(field: string, issue: v.BaseIssue<unknown>): string {
  if (field === '') return 'totals_unreadable'
  if (issue.expected === 'never') return 'totals_field_unknown'
  if (field === 'source') return 'totals_source_missing'
  return issue.input === undefined ? 'totals_value_missing' : 'totals_value_invalid'
}
