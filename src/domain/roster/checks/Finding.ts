import type { RosterHousehold, SourceRow } from '../Roster'
import type { RosterField } from '../RosterField'
import type { RosterLimits } from '../RosterVocabulary'
import type { ProblemCode } from '../../shared/ProblemCode'

/** What a check found: always a warning, at the row and the column where the user would look. */
export interface Finding {
  readonly code: ProblemCode
  readonly source: SourceRow
  readonly field: RosterField
  /** The list must have one of these columns: without them it has nothing that could be contradicted. */
  readonly asks?: readonly RosterField[]
  readonly details?: Readonly<Record<string, string | number>>
}

/** One check of one household; the limits come from data. */
export type HouseholdCheck = (household: RosterHousehold, limits: RosterLimits) => readonly Finding[]
