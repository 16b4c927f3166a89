import type { EvidenceKind } from '../shared/Evidence'
import type { AdditionalForm } from './AdditionalForm'
import type { Roles } from './Roles'

/**
 * The one form as data: the shape of the files in `resources/instrument/`.
 * The vocabulary is XLSForm's (type, name, label, relevant, constraint, calculation, choices, repeat).
 */
export interface InstrumentData {
  readonly id: string
  /** An interview keeps the version it began with. */
  readonly version: string
  /** Of each source one at most. */
  readonly repeats: readonly RepeatData[]
  readonly roles: Roles
  readonly inputs: readonly InputData[]
  readonly calculations: readonly CalculationData[]
  readonly choices: Readonly<Record<string, readonly ChoiceData[]>>
  readonly groups: readonly GroupData[]
  readonly checks: readonly CheckData[]
  /** The groups behind the standard ones, where there are any (`withAdditional`). */
  readonly additional?: AdditionalForm
}

/** `household`, or the name of a repeat that the form declares. */
export type Scope = string

/** The members of the household, listed or added, or lines that the interview adds. */
export type RepeatSource = 'roster' | 'hand'

/** What is asked more than once. */
export interface RepeatData {
  readonly name: Scope
  readonly source: RepeatSource
}

export interface Text {
  readonly 'zh-CN': string
  readonly en: string
}

/** A value known before the interview (from the roster or the project), offered to expressions only. */
export interface InputData {
  readonly name: string
  readonly scope: Scope
  readonly type: 'integer' | 'decimal' | 'text' | 'date' | 'select_one' | 'select_multiple'
  readonly choices?: string
}

export interface CalculationData {
  readonly name: string
  readonly scope: Scope
  readonly type: 'boolean' | 'number' | 'text' | 'date'
  readonly calculation: string
}

export interface ChoiceData {
  readonly name: string
  /** The official term. */
  readonly label: Text
  /** How it is said to a farmer, where the term is not. */
  readonly plain?: Text
  /** Whether the choice is offered, in terms of the question's own instance. */
  readonly relevant?: string
  /** Excludes every other choice of a question of several. */
  readonly exclusive?: true
}

export interface GroupData {
  readonly name: string
  readonly label: Text
  readonly scope: Scope
  readonly relevant?: string
  /** Another place for the group while a condition on the inputs holds. */
  readonly after?: { readonly group: string; readonly when: string }
  readonly questions: readonly QuestionData[]
}

export type QuestionType =
  | 'select_one'
  | 'select_multiple'
  | 'select_one_member'
  | 'select_multiple_members'
  | 'integer'
  | 'decimal'
  | 'text'
  | 'date'
  | 'image'
  | 'audio'
  | 'signature'

/** Types whose answers are not text: they are shown or played, and written out by name alone. */
export const WORDLESS_TYPES = ['image', 'audio', 'signature'] as const satisfies readonly QuestionType[]

export function isWordless(type: QuestionType): type is (typeof WORDLESS_TYPES)[number] {
  return WORDLESS_TYPES.some((wordless) => wordless === type)
}

export interface QuestionData {
  readonly name: string
  readonly type: QuestionType
  /** Name of a choice list. */
  readonly choices?: string
  /** The official term. */
  readonly label: Text
  /** Read to the household before the question: who asks, what for, and that nothing must be answered. */
  readonly script?: Text
  /** What the assessor says to a farmer. */
  readonly plain: Text
  /** For the assessor alone. */
  readonly hint?: Text
  /** Criteria, flags, tables or checks that use it; a question that serves nothing is not asked. */
  readonly serves: readonly string[]
  readonly evidence: readonly EvidenceKind[]
  readonly defaultEvidence: EvidenceKind
  /** A document should exist (house, school, insurance, ledger): evidence is asked even when all is well. */
  readonly documentExpected?: true
  /** Only tests memory: has no path to any criterion. */
  readonly recall?: true
  readonly optional?: true
  readonly relevant?: string
  readonly constraint?: string
  /** What is said where an answer does not fit the constraint; left out, that it is out of range. */
  readonly constraintMessage?: Text
  /** A condition on a text that an expression cannot check: an ID number of a legal shape. */
  readonly format?: 'id_number'
  /** Taken when unanswered; shown as such. */
  readonly default?: string
  /** Field of the roster's member that stands until it is changed. */
  readonly prefill?: string
  /** Calculation that may give the same from other answers: then nothing is missing. */
  readonly calculatedBy?: string
  /** Groups by member: the answer that one key gives to everybody. */
  readonly quickFill?: string
}

export type CheckTier = 'error' | 'warning' | 'note'

/** A condition that should not hold. An error blocks completion, a warning needs a written reason, a note informs. */
export interface CheckData {
  readonly name: string
  readonly tier: CheckTier
  readonly scope: Scope
  readonly when: string
  /** The questions to look at, first the one to jump to. */
  readonly questions: readonly string[]
  readonly message: Text
}
