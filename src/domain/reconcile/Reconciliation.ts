import type { ChangedCell } from '../roster/compare/RosterComparison'
import type { RosterHousehold, RosterMember } from '../roster/Roster'

/** A person of a list, with the household as that list has it. */
export interface Listed {
  readonly household: RosterHousehold
  readonly member: RosterMember
}

/** By what two entries are taken for one person. */
export type MatchedBy = 'id_number' | 'name_village'

/** A person who is on both lists. */
export interface MatchedPerson {
  readonly register: Listed
  readonly other: Listed
  readonly by: MatchedBy
  /** Where both lists have something and it differs: `before` is the register's, `after` the other list's. */
  readonly cells: readonly ChangedCell[]
}

/**
 * Entries of which it cannot be told who is who: one number or name more than once on a list (`several`), or one name with two
 * numbers that are both sound (`numbers_differ`). Nobody is chosen.
 */
export interface UnclearMatch {
  readonly why: 'several' | 'numbers_differ'
  readonly by: MatchedBy
  readonly register: readonly Listed[]
  readonly other: readonly Listed[]
}

/** Another list held against the register. Every person of either list is in exactly one of the four. */
export interface Reconciliation {
  readonly both: readonly MatchedPerson[]
  readonly unclear: readonly UnclearMatch[]
  readonly onlyRegister: readonly Listed[]
  readonly onlyOther: readonly Listed[]
}

/** Every person of households. */
export function listedIn(households: readonly RosterHousehold[]): readonly Listed[] {
  return households.flatMap((household) => household.members.map((member) => ({ household, member })))
}
