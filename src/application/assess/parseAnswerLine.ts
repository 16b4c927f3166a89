import { boundQuestions } from '../../domain/instrument/Roles'
import type { ElementList } from '../../domain/changes/elements'
import { checkAnswer, tidyAnswer } from '../../domain/interview/checkAnswer'
import type { AnswerValue } from '../../domain/interview/Answers'
import { NO_REPEATS, type Value } from '../../domain/instrument/compileExpression'
import type { Instrument, Question } from '../../domain/instrument/loadInstrument'
import { paperWords } from '../../domain/interview/paper'
import { idFault } from '../../domain/roster/values/idNumber'
import type { Json } from '../../domain/shared/Json'
import type { Place, Problem } from '../../domain/shared/Problem'
import { evidenceIn, isGiven } from './answerEvidence'
import { instantOf, isGivenIn, isNoKey, parseObject, shown, textOrNumber } from './answerFields'
import { ROUNDS, type AnswerRecord, type Round } from './AnswerRecord'
import type { ProblemCode } from '../../domain/shared/ProblemCode'

/** What an answers file must know of a household. */
export interface KnownHousehold {
  readonly id: string
  readonly members: readonly { readonly id: string }[]
}

/** The households and the form that an answers file must fit. */
export interface AnswersContext {
  readonly file: string
  readonly instrument: Instrument
  readonly households: ReadonlyMap<string, KnownHousehold>
  /** Members of the list who live in another household by now: earlier answers may name them. */
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
  'household', 'member', 'line', 'question', 'value', 'evidence', 'round', 'at', 'by', 'reason', 'givenFor', 'note', 'paper',
] // prettier-ignore
/** SHA-256, in hex. */
const HASH = /^[0-9a-f]{64}$/
const NEW_MEMBER = /^new-[1-9]\d*$/

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
  const paper = paperWords(fields.paper)
  if (
    isGivenIn(fields.paper) &&
    (paper === null || question.data.name !== context.instrument.roles.outcome.question)
  )
    report('answers_paper_unreadable', fields.paper, 'error', where)
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
    ...(paper !== null && { paper }),
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

function placeFault(
  list: ElementList | null,
  household: KnownHousehold,
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

function isMemberOf(household: KnownHousehold, id: string): boolean {
  return NEW_MEMBER.test(id) || household.members.some((member) => member.id === id)
}
