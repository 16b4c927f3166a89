import type { RosterHousehold, RosterMember } from './Roster'

/** What a list has of a person: by what he is found, counted and known again. */
export type ListedMember = Pick<RosterMember, 'id' | 'name' | 'idNumber' | 'phone'>

/** A household as a list of a county has it: 60,000 are in memory. Whoever looks at one reads the whole of it. */
export interface ListedHousehold extends Omit<RosterHousehold, 'members' | 'source' | 'kept'> {
  readonly members: readonly ListedMember[]
}

export function listedHousehold({ source: _, kept: __, members, ...rest }: RosterHousehold): ListedHousehold {
  return {
    ...rest,
    members: members.map(({ id, name, idNumber, phone }) => ({ id, name, idNumber, phone })),
  }
}

/** Whether the list has the whole of it: as of those that were met in the field, or whose people moved. */
export function isWhole(household: ListedHousehold): household is RosterHousehold {
  return 'source' in household
}
