import type { ElementList } from '../changes/elements'
import type { Value } from '../instrument/compileExpression'
import type { Scope } from '../instrument/Instrument'
import type { Instrument } from '../instrument/loadInstrument'
import type { RosterHousehold } from '../roster/Roster'
import type { StandardsInForce } from '../standards/Standards'
import type { Answer } from './Answers'
import type { MemberFacts } from './memberFacts'

/**
 * One interview as the form sees it: who is there, which questions apply, what is answered. Rules read answers from
 * here and nowhere else, so an answer to a question that does not apply can reach none of them.
 */
export interface Interview {
  readonly instrument: Instrument
  readonly roster: RosterHousehold
  readonly standards: StandardsInForce
  readonly household: Instance
  readonly members: readonly MemberInstance[]
  readonly lines: readonly Instance[]
  /** The same by the names that the form gives them. */
  readonly repeats: ReadonlyMap<Scope, readonly Instance[]>
}

export interface Instance {
  readonly scope: Scope
  /** List of the interview that it is an element of; null for the household. */
  readonly list: ElementList | null
  /** Member or line id; the empty string for the household. */
  readonly id: string
  /** By slot: what expressions read. Not applicable and unanswered are both undefined here. */
  readonly values: Value[]
  /** By slot: `undefined` for what is not a question. */
  readonly states: (QuestionState | undefined)[]
}

export interface MemberInstance extends Instance {
  /** What a member that the interview added is called (`new-1`); null for those of the list. */
  readonly label: string | null
  readonly facts: MemberFacts
}

export type QuestionState =
  | { readonly state: 'not_applicable' }
  /** `isVoid`: it was answered, for a ledger or a conclusion that is another by now. */
  | { readonly state: 'unanswered'; readonly isVoid?: true }
  | { readonly state: 'answered'; readonly answer: Answer }

/** The instances of a scope: the household itself, or those of a repeat. */
export function instancesOf(interview: Interview, scope: Scope): readonly Instance[] {
  return interview.repeats.get(scope) ?? [interview.household]
}

/**
 * The answer to a question that applies, as the rules read it; undefined when it is unanswered, does not apply, or is only
 * prefilled: evidence `registry` counts for nothing.
 */
export function answerTo(interview: Interview, instance: Instance, question: string): Answer | undefined {
  const state = stateOf(interview, instance, question)
  return state.state === 'answered' && state.answer.evidence !== 'registry' ? state.answer : undefined
}

/** State of a question in its place. A name that the instrument lacks is a bug and throws. */
export function stateOf(interview: Interview, instance: Instance, question: string): QuestionState {
  const slot = interview.instrument.questions.get(question)?.slot
  const state = slot === undefined ? undefined : instance.states[slot]
  if (state === undefined) throw new Error(`no question ${question} in ${instance.scope}`)
  return state
}

/** Whether a question of the household was answered for a ledger or a conclusion that is another by now. */
export function isVoid(interview: Interview, question: string): boolean {
  const state = stateOf(interview, interview.household, question)
  return state.state === 'unanswered' && state.isVoid === true
}

/** The chosen name, where the question applies and is answered. */
export function choiceOf(interview: Interview, instance: Instance, question: string): string | undefined {
  const value = answerTo(interview, instance, question)?.value
  return typeof value === 'string' ? value : undefined
}

/** The chosen names of a select_multiple, where the question applies and is answered. */
export function choicesOf(
  interview: Interview,
  instance: Instance,
  question: string,
): readonly string[] | undefined {
  const value = answerTo(interview, instance, question)?.value
  return Array.isArray(value) ? (value as readonly string[]) : undefined
}

/** The number given, where the question applies and is answered. */
export function numberOf(interview: Interview, instance: Instance, question: string): number | undefined {
  const value = answerTo(interview, instance, question)?.value
  return typeof value === 'number' ? value : undefined
}

/** The chosen outcome of the visit; null while there is none. */
export function outcomeIn(interview: Interview): string | null {
  return choiceOf(interview, interview.household, interview.instrument.roles.outcome.question) ?? null
}
