import type { GroundCode, RuleCode } from './RuleCode'
import type { QuestionRef } from '../../../interview/Answers'
import type { Evidence } from '../../../shared/Evidence'
import type { Source } from '../../../standards/Standards'

export const CRITERIA = ['food', 'clothing', 'education', 'medical', 'housing', 'water', 'income'] as const

export type Criterion = (typeof CRITERIA)[number]

export type CriterionOutcome = 'met' | 'unmet' | 'undetermined'

/** One line of a trace: the fact, its value, how it is known, and the rule that read it. */
export interface Because {
  /** A question, or a computed figure such as `counted_income`. */
  readonly fact: string
  readonly member?: string
  readonly line?: string
  readonly value: string | number | null
  readonly evidence: Evidence | null
  /** The rule of a criterion, or the flag itself. */
  readonly rule: GroundCode
  readonly source: Source
}

export interface CriterionResult {
  readonly result: CriterionOutcome
  /** Code of the rule that decided. */
  readonly rule: RuleCode
  /** False where nobody of the household falls under it (then `met`). */
  readonly applicable: boolean
  readonly because: readonly Because[]
  /** What to ask, look at or see a document for; empty unless undetermined. */
  readonly wouldSettle: readonly QuestionRef[]
  /** Results of a criterion's parts, where it has any (water). */
  readonly parts?: Readonly<Record<string, CriterionOutcome>>
}
