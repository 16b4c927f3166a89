import * as v from 'valibot'
import type { Fieldwork } from '../../domain/fieldwork/Fieldwork'
import type { RosterHousehold } from '../../domain/roster/Roster'
import type { Problem } from '../../domain/shared/Problem'
import { refusals, success, type Result } from '../../domain/shared/Result'
import type { ProblemCode } from '../../domain/shared/ProblemCode'

/** What a list lacks for `yihu assess`: households found in the field, and members who live in another household. */
export type FieldworkFile = Pick<Fieldwork, 'found' | 'moves'>

const FORMAT = 'yihu-fieldwork'
const VERSION = 1

const text = v.nullable(v.string())
const number = v.nullable(v.number())
const source = v.strictObject({ file: v.string(), sheet: v.string(), row: v.number() })
const kept = v.record(v.string(), v.string())
const sex = v.nullable(v.picklist(['male', 'female'] as const))

const MEMBER = v.strictObject({
  id: v.string(),
  name: text,
  idNumber: text,
  relation: text,
  birthDate: text,
  sex,
  ethnicity: text,
  educationLevel: text,
  studentStatus: text,
  health: v.nullable(v.pipe(v.array(v.string()), v.readonly())),
  laborAbility: text,
  workPlace: text,
  workMonths: number,
  phone: text,
  source,
  kept,
})

/** A household as it was found in the field: its key can be no list's. */
export const FOUND_HOUSEHOLD = v.strictObject({
  id: v.pipe(v.string(), v.startsWith('f-')),
  headName: text,
  status: v.nullable(v.picklist(['exited', 'poor', 'relapsed', 'unregistered'] as const)),
  exitYear: number,
  identifiedYear: number,
  province: text,
  county: text,
  township: text,
  village: text,
  hamlet: text,
  registryIncome: number,
  category: text,
  povertyCauses: v.pipe(v.array(v.string()), v.readonly()),
  statedSize: number,
  phone: text,
  unsafeHouse: v.nullable(v.boolean()),
  safeWater: v.nullable(v.boolean()),
  members: v.pipe(v.array(MEMBER), v.readonly()),
  source,
  kept,
})

const FILE = v.strictObject({
  format: v.literal(FORMAT),
  version: v.literal(VERSION),
  found: v.array(v.strictObject({ household: FOUND_HOUSEHOLD, splitFrom: text, headMember: text })),
  moves: v.array(v.strictObject({ from: v.string(), member: v.string(), to: v.string() })),
})

/** The fieldwork as a file; moves on which people contradict each other move nobody, and are left out. */
export function fieldworkText({ found, moves }: FieldworkFile): string {
  const settled = moves.filter(({ to }) => to !== null)
  return `${JSON.stringify({ format: FORMAT, version: VERSION, found, moves: settled }, null, 1)}\n`
}

/**
 * Reads it for a list. Refused: `fieldwork_unreadable` with the field at fault; `fieldwork_unknown` where a household or member
 * that is moved or split is not on the list: another list, or keys made with another salt.
 */
export function parseFieldwork(
  content: string,
  file: string,
  roster: readonly RosterHousehold[],
): Result<FieldworkFile> {
  let input: unknown
  try {
    input = JSON.parse(content.replace(/^\uFEFF/, ''))
  } catch {
    return refuse(content, '—', file)
  }
  const parsed = v.safeParse(FILE, input)
  if (!parsed.success) {
    const [issue] = parsed.issues
    const shown = typeof issue.input === 'string' ? issue.input : (JSON.stringify(issue.input) ?? '')
    return refuse(shown, issue.path?.map(({ key }) => String(key)).join('.') ?? '—', file)
  }
  const { found, moves } = parsed.output
  const unknown = unknownIn({ found, moves }, roster)
  return unknown.length > 0
    ? refusals(unknown.map((value) => problem('fieldwork_unknown', value, file, {})))
    : success({ found, moves })
}

/** Keys that the list does not have. */
function unknownIn({ found, moves }: FieldworkFile, roster: readonly RosterHousehold[]): readonly string[] {
  const members = new Map(roster.map(({ id, members: own }) => [id, new Set(own.map((each) => each.id))]))
  const households = new Set([...members.keys(), ...found.map(({ household }) => household.id)])
  const unknown = moves.flatMap(({ from, member, to }) => {
    if (!members.has(from)) return [from]
    if (members.get(from)?.has(member) !== true) return [member]
    return to === null || households.has(to) ? [] : [to]
  })
  const splits = found.flatMap(({ splitFrom }) =>
    splitFrom === null || households.has(splitFrom) ? [] : [splitFrom],
  )
  return [...new Set([...unknown, ...splits])]
}

function refuse(value: string, field: string, file: string): Result<FieldworkFile> {
  return refusals([problem('fieldwork_unreadable', value.slice(0, 80), file, { field })])
}

function problem(code: ProblemCode, value: string, file: string, details: Problem['details']): Problem {
  return { code, severity: 'error', place: { file }, value, ...(details && { details }) }
}
