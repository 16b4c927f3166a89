import type { Frame, Value } from '../instrument/compileExpression'
import type { Scope } from '../instrument/Instrument'
import type { Instrument, Question, Step } from '../instrument/loadInstrument'
import type { RosterHousehold } from '../roster/Roster'
import type { StandardsInForce } from '../standards/Standards'
import type { Answer, InstanceAnswers, InterviewAnswers } from './Answers'
import { boundToLedger, faultOfAgreement } from './agreedLedger'
import { giveInputs } from './giveInputs'
import {
  instancesOf,
  type Instance,
  type Interview,
  type MemberInstance,
  type QuestionState,
} from './Interview'
import { memberFacts } from './memberFacts'

const NOT_APPLICABLE: QuestionState = { state: 'not_applicable' }
const UNANSWERED: QuestionState = { state: 'unanswered' }
const NONE: InstanceAnswers = new Map()

/**
 * Applies the form to what was answered: decides in one pass, in the instrument's order of dependence, which questions
 * apply, and keeps the answers of those that do. Pure: the same arguments give the same interview. `voided` are questions of
 * the household whose answer no longer holds, besides those given for another ledger.
 */
export function evaluateInterview(
  instrument: Instrument,
  roster: RosterHousehold,
  answers: InterviewAnswers,
  standards: StandardsInForce,
  voided: readonly string[] = [],
): Interview {
  const { repeats } = instrument
  const household = newInstance(instrument, 'household', '')
  const members = memberIds(roster, answers).map(([id, person]): MemberInstance => {
    const facts = memberFacts(id, person, answers.members.get(id), standards.asOf, instrument)
    return { ...newInstance(instrument, repeats.roster, id), label: answers.labels.get(id) ?? null, facts }
  })
  const lines = [...answers.lines.keys()].map((id) => newInstance(instrument, repeats.hand, id))
  const byScope = new Map<Scope, readonly Instance[]>()
  if (repeats.roster !== undefined) byScope.set(repeats.roster, members)
  if (repeats.hand !== undefined) byScope.set(repeats.hand, lines)
  const interview: Interview = {
    instrument,
    roster,
    standards,
    household,
    members,
    lines,
    repeats: byScope,
  }
  giveInputs(interview, answers)
  const { roles } = instrument
  const faults = boundToLedger(roles).map(
    (each) => [each, faultOfAgreement(each, answers, roster, roles)] as const,
  )
  const changed = [...voided, ...faults.flatMap(([each, fault]) => (fault === 'changed' ? [each] : []))]
  const unread = faults.flatMap(([each, fault]) => (fault === 'unread' ? [each] : []))
  const held = new Map(answers.household)
  for (const question of [...changed, ...unread]) held.delete(question)

  for (const step of instrument.steps) {
    const list = repeats.listOf(step.scope)
    if (list === null) {
      take(step, household, held, interview)
      if (step.kind === 'question' && changed.includes(step.question.data.name))
        markVoid(step.slot, household)
      continue
    }
    for (const each of instancesOf(interview, step.scope))
      take(step, each, answers[list].get(each.id) ?? NONE, interview)
  }
  return interview
}

/** What an expression sees from an instance. */
export function frameOf(interview: Interview, instance: Instance, self?: Value): Frame {
  return {
    household: interview.household.values,
    own: instance.values,
    repeats: interview.repeats,
    self,
  }
}

function take(step: Step, instance: Instance, answers: InstanceAnswers, interview: Interview): void {
  const frame = frameOf(interview, instance)
  if (step.kind === 'calculation') {
    instance.values[step.slot] = step.evaluate(frame)
    return
  }
  const { question } = step
  if (!question.relevant.every((condition) => condition(frame) === true)) {
    instance.states[step.slot] = NOT_APPLICABLE
    return
  }
  const answer = answers.get(question.data.name) ?? defaultAnswer(question)
  instance.states[step.slot] = answer === undefined ? UNANSWERED : { state: 'answered', answer }
  instance.values[step.slot] = answer === undefined ? undefined : valueFor(answer)
}

/** A question that applies and was answered for another ledger is open again. */
function markVoid(slot: number, { states }: Instance): void {
  if (states[slot]?.state === 'unanswered') states[slot] = { state: 'unanswered', isVoid: true }
}

function defaultAnswer({ data }: Question): Answer | undefined {
  return data.default === undefined ? undefined : { value: data.default, evidence: 'registry' }
}

/** A signature's strokes are no value for expressions; that it is there is. */
function valueFor({ value }: Answer): Value {
  return Array.isArray(value) && Array.isArray(value[0]) ? 'signed' : (value as Value)
}

function memberIds(roster: RosterHousehold, answers: InterviewAnswers) {
  return [
    ...roster.members.map((person) => [person.id, person] as const),
    ...answers.addedMembers.map((id) => [id, null] as const),
  ]
}

/** Of a scope that the form does not have there are no questions. */
function newInstance(instrument: Instrument, scope: Scope | undefined, id: string): Instance {
  const size = instrument.names.sizes[scope ?? ''] ?? 0
  return {
    scope: scope ?? '',
    list: instrument.repeats.listOf(scope ?? ''),
    id,
    values: new Array<Value>(size).fill(undefined),
    states: new Array<undefined>(size).fill(undefined),
  }
}
