import type { RosterHousehold } from '../Roster'

/** A newly read list held against the one in use, household by household. */
export interface RosterComparison {
  /** On the new list alone. */
  readonly added: readonly RosterHousehold[]
  /** On both lists, with something different. */
  readonly changed: readonly ChangedHousehold[]
  /** On the list in use alone. */
  readonly gone: readonly RosterHousehold[]
  /** On both lists with nothing different but the row they stand in; as the new list has them. */
  readonly same: readonly RosterHousehold[]
}

export interface ChangedHousehold {
  readonly before: RosterHousehold
  /** As the new list has it, under the ids that the project knows: interviews hang on them. */
  readonly after: RosterHousehold
  readonly cells: readonly ChangedCell[]
}

/** One difference between two lists. A person who came or went is a cell of the field `member`. */
export interface ChangedCell {
  /** Name of the person it is about; null for the household's own columns. */
  readonly person: string | null
  /** A field of `RosterHousehold` or `RosterMember`, `member`, or `kept/<header>` of a column that nobody knows. */
  readonly field: string
  readonly before: CellValue
  readonly after: CellValue
}

export type CellValue = string | number | boolean | readonly string[] | null

/** What to do with each group: the user's choice. */
export interface ComparisonChoice {
  readonly added: 'take' | 'leave_out'
  readonly changed: 'take_new' | 'keep_old'
  readonly gone: 'keep' | 'remove'
}
