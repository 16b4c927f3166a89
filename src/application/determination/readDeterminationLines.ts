import * as v from 'valibot'
import { isSuspected } from '../../domain/programmes/assessment/conclusion/Conclusion'
import { DETERMINATIONS } from '../../domain/programmes/assessment/determination/Determination'
import {
  determinationFault,
  type DeterminedHousehold,
} from '../../domain/programmes/assessment/determination/determinationFault'
import { isSameName } from '../../domain/shared/isSameName'
import type { Problem } from '../../domain/shared/Problem'
import { refusals, success, type Result } from '../../domain/shared/Result'
import { SECOND_PERSON_WAYS } from '../../domain/team/SecondPeople'
import { arrayOfLines, isArrayBegin } from '../assess/arrayOfLines'
import { SUSPICION_STANDS, type DeterminationRecord } from './DeterminationRecord'
import type { ProblemCode } from '../../domain/shared/ProblemCode'

const filled = v.pipe(v.string(), v.trim(), v.minLength(1))

/** As in an answers file: a number is a key too, if none of its digits is lost. */
const key = v.pipe(
  v.union([v.string(), v.pipe(v.number(), v.safeInteger())]),
  v.transform(String),
  v.trim(),
  v.minLength(1),
)

const LINE = v.strictObject({
  household: key,
  determination: v.picklist([...DETERMINATIONS, SUSPICION_STANDS]),
  reason: filled,
  by: filled,
  confirmedBy: v.optional(v.nullable(filled), null),
  confirmedHow: v.optional(v.nullable(v.picklist(SECOND_PERSON_WAYS)), null),
})

/** Code of what is wrong with a field, by the field. */
const FIELD_CODES: Readonly<Record<string, ProblemCode>> = {
  household: 'determinations_household_unreadable',
  determination: 'determination_unknown',
  reason: 'determination_reason_missing',
  by: 'determinations_by_unreadable',
  confirmedBy: 'determinations_confirmed_by_unreadable',
  confirmedHow: 'determinations_confirmed_how_unknown',
}

export interface ReadDeterminationLines {
  readonly records: readonly DeterminationRecord[]
  /** Warnings only: a line with an error refuses the file. */
  readonly problems: readonly Problem[]
}

/**
 * Reads a determinations file line by line; blank lines are skipped. All or nothing, as with answers. `households`
 * are the roster's as the rules judged them: what cannot be determined of a household is refused with its line.
 */
export function readDeterminationLines(
  lines: Iterable<string>,
  file: string,
  households: ReadonlyMap<string, DeterminedHousehold>,
): Result<ReadDeterminationLines> {
  const records: DeterminationRecord[] = []
  const problems: Problem[] = []
  for (const [index, raw] of [...lines].entries()) {
    const line = index + 1
    const text = raw.replace(/^\uFEFF/, '')
    if (text.trim() === '') continue
    if (isArrayBegin(text, records.length + problems.length)) return refusals([arrayOfLines(file, line)])
    const parsed = parseLine(text)
    const place = { file, line }
    if (!parsed.success) {
      problems.push(...parsed.faults.map((fault): Problem => ({ ...fault, severity: 'error', place })))
      continue
    }
    const record = { ...parsed.record, line }
    problems.push(...problemsOf(record, households, place))
    records.push(record)
  }
  return problems.some(({ severity }) => severity === 'error')
    ? refusals(problems)
    : success({ records, problems })
}

/** The valid lines that keep a suspicion: the conclusions of the households depend on them. */
export function standingSuspicions(lines: Iterable<string>): readonly Omit<DeterminationRecord, 'line'>[] {
  return [...lines].flatMap((raw) => {
    const parsed = parseLine(raw.replace(/^\uFEFF/, ''))
    return parsed.success && parsed.record.determination === SUSPICION_STANDS ? [parsed.record] : []
  })
}

type Fault = Pick<Problem, 'code' | 'value' | 'details'>

function parseLine(
  text: string,
):
  | { readonly success: true; readonly record: Omit<DeterminationRecord, 'line'> }
  | { readonly success: false; readonly faults: readonly Fault[] } {
  let input: unknown
  try {
    input = JSON.parse(text)
  } catch {
    return { success: false, faults: [unreadable(text)] }
  }
  // To the parser an array is an object with numbers for names.
  if (Array.isArray(input)) return { success: false, faults: [unreadable(text)] }
  const parsed = v.safeParse(LINE, input)
  if (parsed.success) return { success: true, record: parsed.output }
  return { success: false, faults: parsed.issues.map((issue) => faultOf(issue, text)) }
}

function faultOf(issue: v.BaseIssue<unknown>, text: string): Fault {
  const field = issue.path?.[0] === undefined ? '' : String(issue.path[0].key)
  if (field === '') return unreadable(text)
  const value = issue.input === undefined ? null : (JSON.stringify(issue.input) ?? null)
  return { code: FIELD_CODES[field] ?? 'determinations_field_unknown', value, details: { field } }
}

function unreadable(text: string): Fault {
  return { code: 'determinations_line_unreadable', value: text.slice(0, 80) }
}

function problemsOf(
  { household, determination, by, confirmedBy }: DeterminationRecord,
  households: ReadonlyMap<string, DeterminedHousehold>,
  place: Problem['place'],
): readonly Problem[] {
  const judged = households.get(household)
  if (judged === undefined)
    return [{ code: 'determinations_household_unknown', severity: 'error', place, value: household }]
  const where = { ...place, household }
  if (determination === SUSPICION_STANDS)
    return isSuspected(judged.conclusion)
      ? []
      : [
          {
            code: 'determination_not_suspected',
            severity: 'error',
            place: where,
            value: determination,
            details: { household },
          },
        ]
  const fault = determinationFault(determination, judged)
  if (fault !== null)
    return [{ code: fault, severity: 'error', place: where, value: determination, details: { household } }]
  if (confirmedBy === null || isSameName(confirmedBy, by))
    return [{ code: 'determination_not_confirmed', severity: 'warning', place: where, value: household }]
  return []
}
