import * as v from 'valibot'
import { METHOD } from '../../domain/sampling/DrawnSample'
import { HOUSEHOLD_TYPES } from '../../domain/sampling/Frame'
import { GENERATOR } from '../../domain/sampling/randomStream'
import { DESIGNS } from '../../domain/sampling/SamplingPlan'
import { refusals, success, type Result } from '../../domain/shared/Result'
import { SECOND_PERSON_WAYS } from '../../domain/team/SecondPeople'
import { ROSTER_ANSWERS } from '../roster/rosterAnswers'
import { LOG_FORMAT, LOG_VERSION, type SampleLog } from './SampleLog'
import type { ProblemCode } from '../../domain/shared/ProblemCode'

const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0))
const finite = v.pipe(v.number(), v.finite())
const keys = v.array(v.string())
const type = v.picklist(HOUSEHOLD_TYPES)
const apart = v.strictObject({ households: keys, rate: finite })

const LOG = v.strictObject({
  format: v.literal(LOG_FORMAT),
  version: v.literal(LOG_VERSION),
  method: v.literal(METHOD),
  generator: v.literal(GENERATOR),
  frame: v.strictObject({
    hash: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)),
    households: count,
    salt: v.nullable(v.string()),
  }),
  answers: v.exactOptional(ROSTER_ANSWERS),
  rejected: v.exactOptional(
    v.strictObject({
      rows: v.pipe(count, v.minValue(1)),
      accepted: v.literal(true),
      reason: v.nullable(v.string()),
    }),
  ),
  replacements: v.exactOptional(v.array(v.strictObject({ replaced: v.string(), replacement: v.string() }))),
  redrawn: v.exactOptional(
    v.strictObject({
      confirmedBy: v.string(),
      how: v.exactOptional(v.picklist(SECOND_PERSON_WAYS)),
      interviewed: count,
      lost: count,
    }),
  ),
  plan: v.strictObject({
    seed: v.string(),
    design: v.picklist(DESIGNS),
    place: v.picklist(['township', 'village'] as const),
    size: v.variant('by', [
      v.strictObject({ by: v.literal('number'), households: count }),
      v.strictObject({ by: v.literal('type'), households: v.record(type, count) }),
      v.strictObject({ by: v.literal('margin'), margin: finite, share: finite, designEffect: finite }),
    ]),
    villages: v.nullable(count),
    types: v.array(type),
    supervised: keys,
    marked: apart,
    visited: apart,
    reserve: finite,
  }),
  result: v.strictObject({
    population: count,
    leftOut: count,
    size: count,
    strata: v.array(
      v.strictObject({
        township: v.string(),
        village: v.nullable(v.string()),
        type,
        group: v.picklist(['ordinary', 'marked', 'visited', 'marked_visited'] as const),
        cluster: v.nullable(v.string()),
        households: count,
        inclusionProbability: v.pipe(finite, v.gtValue(0), v.maxValue(1)),
        weight: v.pipe(finite, v.minValue(1)),
        drawn: keys,
        reserves: keys,
      }),
    ),
  }),
})

/** Fields that name what drew the sample: another value is not wrong, but unknown here. */
const VERSIONS = ['version', 'method', 'generator']

/**
 * A sampling log as a file or a change has it. Refused: `sample_log_unreadable` with the field at fault, and
 * `sample_log_version_unknown` where another version of this app drew it.
 */
export function parseSampleLog(input: unknown, file?: string): Result<SampleLog> {
  const parsed = v.safeParse(LOG, input)
  if (parsed.success) return success(parsed.output as SampleLog)
  const fields = parsed.issues.map((issue) => issue.path?.map(({ key }) => String(key)).join('.') ?? '')
  const isOfOther = fields.some((field) => VERSIONS.includes(field)) && !fields.includes('format')
  const [issue] = parsed.issues
  const code = isOfOther ? 'sample_log_version_unknown' : 'sample_log_unreadable'
  return refuse(code, issue.input, fields[0] ?? '', file)
}

/** The same from a file's text. */
export function parseSampleLogText(text: string, file: string): Result<SampleLog> {
  let input: unknown
  try {
    input = JSON.parse(text.replace(/^\uFEFF/, ''))
  } catch {
    return refuse('sample_log_unreadable', text, '', file)
  }
  return parseSampleLog(input, file)
}

const SHOWN = 80

function refuse(
  code: ProblemCode,
  input: unknown,
  field: string,
  file: string | undefined,
): Result<SampleLog> {
  const shown = typeof input === 'string' ? input : (JSON.stringify(input) ?? '')
  const place = file === undefined ? {} : { file }
  return refusals([
    { code, severity: 'error', place, value: shown.slice(0, SHOWN), details: { field: field || '—' } },
  ])
}
