import type { AnswerValue } from '../interview/Answers'
import type { RegisterStatus } from '../roster/Roster'

/** How a practice census answers: the shape of `resources/practice/census.json`. */
export interface CensusMaterial {
  /** By weight. */
  readonly statuses: Readonly<Partial<Record<RegisterStatus, number>>>
  readonly outcomes: readonly OutcomeShare[]
  /** Share of an enumerated household's questions that nobody answered. */
  readonly unanswered: number
  readonly household: Draws
  readonly member: Draws
  readonly village: Draws
  readonly villages_without_form: number
  readonly county: Readonly<Record<string, string | number>>
}

/** `code` null: nobody was there yet. */
interface OutcomeShare {
  readonly code: string | null
  readonly weight: number
  readonly reason?: string
}

/** How each question is answered. */
export type Draws = Readonly<Record<string, Draw>>

/** One of these by weight, each of these at its share, or a number by weight. */
export interface Draw {
  readonly one?: Readonly<Record<string, number>>
  readonly several?: Readonly<Record<string, number>>
  /** Of several, where none was drawn; left out: `none`. */
  readonly otherwise?: string
  readonly numbers?: readonly { readonly value: number; readonly weight: number }[]
}

/** What was drawn for a question. */
export type Drawn = Extract<AnswerValue, string | number | readonly string[]>
