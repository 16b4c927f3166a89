import { boundQuestions } from '../../domain/instrument/Roles'
import type { ElementList } from '../../domain/changes/elements'
import { checkAnswer, tidyAnswer } from '../../domain/interview/checkAnswer'
import type { AnswerValue } from '../../domain/interview/Answers'
import { NO_REPEATS, type Value } from '../../domain/instrument/compileExpression'
import type { Instrument, Question } from '../../domain/instrument/loadInstrument'
import type { RosterHousehold } from '../../domain/roster/Roster'
import { idFault } from '../../domain/roster/values/idNumber'
import { isIsoDate } from '../../domain/shared/calendar'
import { evidenceOf, isEvidenceKind, isSameEvidence, type Evidence } from '../../domain/shared/Evidence'
import type { Json } from '../../domain/shared/Json'
import type { Place, Problem } from '../../domain/shared/Problem'
import { ROUNDS, type AnswerRecord, type Round } from './AnswerRecord'
import type { ProblemCode } from '../../domain/shared/ProblemCode'

/** The households and the form that an answers file must fit. */
export interface AnswersContext {
  readonly file: string
  readonly instrument: Instrument
  readonly households: ReadonlyMap<string, RosterHousehold>
  /** Members of the list who live in another household by now: answers of before may name them. */
  readonly moved?: ReadonlySet<string>
  /** The project's reference date. */
  readonly asOf: string
}

export interface ParsedLine {
  /** Null where an error refuses the line. */
  readonly record: AnswerRecord | null
  readonly problems: readonly Problem[]
}

const FIELDS = [
  'household', 'member', 'line', 'question', 'value', 'evidence', 'round', 'at', 'by', 'reason', 'givenFor', 'note',
] // prettier-ignore
/** SHA-256, in hex. */
const HASH = /^[0-9a-f]{64}$/
const NEW_MEMBER = /^new-[1-9]\d*$/
const INSTANT = /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2})(:\d{2}(?:\.\d{1,3})?)?(Z|[+-]\d{2}:\d{2})?)?$/

/** Reads one line of an answers file, `lineNumber` counting from 1. A line with an error gives no record. */
export function parseAnswerLine(text: string, lineNumber: number, context: AnswersContext): ParsedLine {
  const problems: Problem[] = []
  const place: Place = { file: context.file, line: lineNumber }
  const report = (
    code: ProblemCode,
    value: Json | undefined,
    severity: Problem['severity'] = 'error',
    more: Place = {},
  ): void => {
    problems.push({ code, severity, place: { ...place, ...more }, value: shown(value) })
  }
  const fields = parseObject(text)
  if (fields === null) {
    report('answers_line_unreadable', text.slice(0, 80))
    return { record: null, problems }
  }
  for (const name of Object.keys(fields))
    if (!FIELDS.includes(name)) report('answers_field_unknown', name, 'warning')

  const key = isNoKey(fields.household) ? null : textOrNumber(fields.household)
  const household = key === null ? undefined : context.households.get(key)
  if (key === null) report('answers_household_unreadable', fields.household)
  else if (household === undefined) report('answers_household_unknown', fields.household)
  const question =
    typeof fields.question === 'string' ? context.instrument.questions.get(fields.question) : undefined
  if (question === undefined) report('answers_question_unknown', fields.question)
  const round = fields.round === undefined ? 'first' : ROUNDS.find((each) => each === fields.round)
  if (round === undefined) report('answers_round_unknown', fields.round)
  const at = fields.at === undefined || fields.at === null ? null : instantOf(fields.at)
  if (at === null && fields.at !== undefined && fields.at !== null) report('answers_at_unreadable', fields.at)
  if (fields.by !== undefined && fields.by !== null && (typeof fields.by !== 'string' || fields.by === ''))
    report('answers_by_unreadable', fields.by)
  if (household === undefined || question === undefined || round === undefined)
    return { record: null, problems }

  const where: Place = { household: household.id, question: question.data.name }
  const member = textOrNumber(fields.member)
  const line = textOrNumber(fields.line)
  if (isNoKey(fields.member)) report('answers_member_unknown', fields.member, 'error', where)
  if (isNoKey(fields.line)) report('answers_line_missing', fields.line, 'error', where)
  if (fields.reason !== undefined && fields.reason !== null && typeof fields.reason !== 'string')
    report('answers_reason_unreadable', fields.reason, 'error', where)
  const { listOf } = context.instrument.repeats
  const fault = placeFault(listOf(question.scope), household, member, line)
  if (fault !== null) report(fault.code, fault.value, 'error', where)
  const { givenFor = null } = fields
  const isBound = boundQuestions(context.instrument.roles).includes(question.data.name)
  if (givenFor !== null && !(isBound && typeof givenFor === 'string' && HASH.test(givenFor)))
    report('answers_given_for_unreadable', givenFor, 'error', where)
  const isAgreement = question.data.name === context.instrument.roles.ledger?.agreement
  const note = typeof fields.note === 'string' && fields.note.trim() !== '' ? fields.note.trim() : null
  if (isGivenIn(fields.note) && (note === null || isGivenIn(fields.value)))
    report('answers_note_unreadable', fields.note, 'error', where)
  const value = tidyAnswer(question, fields.value ?? null)
  if (value !== null) {
    const isMember = (id: string): boolean =>
      id === 'other' || isMemberOf(household, id) || context.moved?.has(id) === true
    const wrong = checkAnswer(question, value, context.instrument.names, isMember)
    if (wrong !== null) report(wrong, value, 'error', where)
    else if (!isInRange(question, value, context)) report('answer_out_of_range', value, 'error', where)
    else if (question.data.format === 'id_number') {
      const doubt = idFault(String(value))
      if (doubt === 'id_checksum') report('answer_id_checksum', value, 'warning', where)
      if (doubt === 'id_birth_date') report('answer_id_birth_date', value, 'warning', where)
    }
  } else if (!isGivenIn(fields.note) && !('value' in fields)) report('answer_empty', null, 'error', where)
  const evidence = evidenceIn(question, fields.evidence)
  if (evidence === null) report('answers_evidence_unknown', fields.evidence, 'error', where)
  else if (fields.evidence !== undefined && fields.evidence !== null && !isGiven(evidence, fields.evidence)) {
    report('answers_evidence_observed', fields.evidence, 'warning', where)
  }
  if (evidence === null || problems.some(({ severity }) => severity === 'error'))
    return { record: null, problems }
  const record = {
    household: household.id,
    member,
    line,
    question: question.data.name,
    value: value as AnswerValue | null,
    evidence,
    round: round satisfies Round,
    at,
    by: typeof fields.by === 'string' ? fields.by : null,
    ...(typeof fields.reason === 'string' && fields.reason !== '' && { reason: fields.reason }),
    ...(typeof givenFor === 'string' && { givenFor }),
    ...(typeof givenFor === 'string' && isAgreement && { isHeard: true as const }),
    ...(note !== null && { note }),
  }
  return { record, problems }
}

/** The question's constraint, as far as it depends on the answer and the reference date alone. */
function isInRange({ constraint }: Question, value: Json, { instrument, asOf }: AnswersContext): boolean {
  if (constraint === null) return true
  const household: Value[] = []
  household[instrument.names.slotOf('as_of')] = asOf
  return constraint({ household, own: [], repeats: NO_REPEATS, self: value as Value }) === true
}

function parseObject(text: string): Readonly<Record<string, Json>> | null {
  try {
    const parsed = JSON.parse(text) as Json
    return typeof parsed === 'object' && parsed !== null && !Array.isArray(parsed)
      ? (parsed as Record<string, Json>)
      : null
  } catch {
    return null
  }
}

function placeFault(
  list: ElementList | null,
  household: RosterHousehold,
  member: string | null,
  line: string | null,
): { readonly code: ProblemCode; readonly value: string | null } | null {
  switch (list) {
    case null:
      if (member !== null) return { code: 'answers_member_not_asked', value: member }
      return line === null ? null : { code: 'answers_line_not_asked', value: line }
    case 'members':
      if (line !== null) return { code: 'answers_line_not_asked', value: line }
      return member !== null && isMemberOf(household, member)
        ? null
        : { code: 'answers_member_unknown', value: member }
    case 'lines':
      if (member !== null) return { code: 'answers_member_not_asked', value: member }
      return line === null ? { code: 'answers_line_missing', value: null } : null
  }
}

function isMemberOf(household: RosterHousehold, id: string): boolean {
  return NEW_MEMBER.test(id) || household.members.some((member) => member.id === id)
}

/** What is observed is observed, whatever the file says; `registry` may stand for what was only prefilled. */
function evidenceIn({ data }: Question, given: Json | undefined): Evidence | null {
  if (given === undefined || given === null) return data.defaultEvidence
  const kinds = kindsIn(given)
  if (kinds.length === 0 || !kinds.every(isEvidenceKind)) return null
  const evidence = evidenceOf(kinds)
  if (evidence === 'registry' || kinds.every((kind) => data.evidence.includes(kind))) return evidence
  return data.defaultEvidence === 'observed' && !kinds.includes('registry') ? 'observed' : null
}

function isGiven(evidence: Evidence, given: Json): boolean {
  const kinds = kindsIn(given)
  return kinds.every(isEvidenceKind) && isSameEvidence(evidence, kinds)
}

/** One kind, or a list of them. */
function kindsIn(given: Json): readonly Json[] {
  return Array.isArray(given) ? given : [given]
}

/** An ISO instant; what a day or a clock time leaves open is midnight, and China's time zone. */
function instantOf(value: Json): string | null {
  const match = typeof value === 'string' ? INSTANT.exec(value) : null
  if (match === null) return null
  const [, day = '', minutes = '00:00', seconds = ':00', zone = '+08:00'] = match
  const instant = `${day}T${minutes}${seconds}${zone}`
  return isIsoDate(day) && !Number.isNaN(Date.parse(instant)) ? instant : null
}

/** Neither a key nor left out. A number too large to be exact is no key: its last digits are lost. */
function isNoKey(value: Json | undefined): boolean {
  if (typeof value === 'number') return !Number.isSafeInteger(value)
  return value !== undefined && value !== null && typeof value !== 'string'
}

/** Blanks around a key are no part of it. */
function textOrNumber(value: Json | undefined): string | null {
  return typeof value === 'string' || typeof value === 'number' ? String(value).trim() : null
}

function isGivenIn(field: Json | undefined): boolean {
  return field !== undefined && field !== null
}

function shown(value: Json | undefined): string | null {
  if (value === undefined || value === null) return null
  return typeof value === 'string' ? value : JSON.stringify(value)
}
