import type { Text } from '../instrument/Instrument'
import type { AnswerValue } from '../interview/Answers'
import type { RegisterStatus } from '../roster/Roster'
import type { FamilyRole } from './families'

/** How a practice census answers: the shape of `resources/practice/census.json`. */
export interface CensusMaterial {
  /** By weight. */
  readonly statuses: Readonly<Partial<Record<RegisterStatus, number>>>
  readonly outcomes: readonly OutcomeShare[]
  readonly families: readonly FamilyShare[]
  readonly health: readonly HealthShare[]
  /** Share of an enumerated household's questions that nobody answered. */
  readonly unanswered: number
  readonly contradictions: Contradictions
  readonly household: Draws
  readonly member: Draws
  readonly village: Draws
  readonly villages_without_form: number
  readonly county: Draws
}

/** `code` null: nobody was there yet. */
interface OutcomeShare {
  readonly code: string | null
  readonly weight: number
  readonly reason?: string
}

interface FamilyShare {
  readonly weight: number
  readonly note: Text
  readonly members: readonly FamilyRole[]
}

interface HealthShare {
  readonly weight: number
  readonly codes: readonly string[]
}

/** Households that raise a check of the form: one enumerated household in `every`, the cases in their turn. */
export interface Contradictions {
  readonly every: number
  readonly cases: readonly Contradiction[]
}

/** Answers that together raise a check. */
export interface Contradiction {
  readonly check: string
  /** The member that it is about, full years at the practice day; left out, the first. */
  readonly of?: { readonly relation?: string; readonly ages?: readonly [number, number] }
  /** That member answers for the household. */
  readonly isRespondent?: boolean
  readonly household?: Said
  readonly member?: Said
  /** About somebody whom the list lacks. */
  readonly added?: Said
}

/** Values by question. */
export type Said = Readonly<Record<string, Drawn>>

/** How each question is answered. */
export type Draws = Readonly<Record<string, Draw>>

/** One of these by weight, each of these at its share, or a number by weight. */
export interface Draw {
  readonly one?: Readonly<Record<string, number>>
  readonly several?: Readonly<Record<string, number>>
  /** Of several, where none was drawn; left out: `none`. */
  readonly otherwise?: string
  /** Of several: the share that says `otherwise` at once. */
  readonly nothing?: number
  readonly numbers?: readonly { readonly value: number; readonly weight: number }[]
}

/** What was drawn for a question. */
export type Drawn = Extract<AnswerValue, string | number | readonly string[]>
