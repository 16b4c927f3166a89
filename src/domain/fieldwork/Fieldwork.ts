import type { RosterHousehold } from '../roster/Roster'

/** What was found in the field beside the roster, which itself is never edited. */
export interface Fieldwork {
  readonly found: readonly FoundHousehold[]
  readonly moves: readonly MemberMove[]
  readonly replacements: readonly Replacement[]
}

/** A household that the list lacks; `splitFrom` names the household of the list that it was part of. */
export interface FoundHousehold {
  readonly household: RosterHousehold
  readonly splitFrom: string | null
  /** Member who heads it, where somebody moved in to do so. */
  readonly headMember: string | null
}

/** A member whom the list has in one household and who lives in another. */
export interface MemberMove {
  readonly from: string
  readonly member: string
  /** `null` where people who had not seen each other's changes sent the member to different households. */
  readonly to: string | null
}

/** A household that could not be interviewed, and the one that took its place. */
export interface Replacement {
  readonly replaced: string
  readonly replacement: string
}

/** A household as it stands after the fieldwork. */
export interface SettledHousehold<Household = RosterHousehold> {
  readonly household: Household
  readonly origin: 'roster' | 'found'
  readonly links: readonly HouseholdLink[]
}

/** What ties two households, seen from one of them. */
export type HouseholdLink =
  | {
      readonly kind: 'moved_in' | 'moved_out'
      readonly household: string
      readonly member: string
      /** As the list has it: the household that was left no longer has the member. */
      readonly name: string | null
    }
  | {
      readonly kind: 'split_from' | 'split_into' | 'replaced_by' | 'replaces'
      readonly household: string
    }
  | { readonly kind: 'move_contested'; readonly member: string }
