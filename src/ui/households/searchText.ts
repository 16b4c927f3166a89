import type { HouseholdRow } from '../../application/households/listHouseholds'
import type { ListedHousehold } from '../../domain/roster/ListedHousehold'
import { waysOfInitials, type InitialsOf } from './nameInitials'

/** What a household is found by, in lower case, each part parted by line breaks: looked through at every key. */
export interface SearchText {
  /** Everybody's name, and everybody's initials in every way they may be read. */
  readonly names: string
  /** The household's number, with a line break behind it. */
  readonly number: string
  /** Everybody's ID number, with a line break behind each. */
  readonly idNumbers: string
}

/** A household of the list with what it is found by, made once: nothing is looked up while somebody types. */
export interface ListedRow extends HouseholdRow {
  readonly search: SearchText
}

export function searchTextOf({ id, headName, members }: ListedHousehold, initialsOf: InitialsOf): SearchText {
  const named = new Set([headName, ...members.map(({ name }) => name)].filter((name) => name !== null))
  const names = [...named].map((name) => name.toLowerCase())
  return {
    names: [...names, ...names.flatMap((name) => waysOfInitials(name, initialsOf))].join('\n'),
    number: `${id.toLowerCase()}\n`,
    idNumbers: members
      .flatMap(({ idNumber }) => (idNumber === null ? [] : [`${idNumber.toLowerCase()}\n`]))
      .join(''),
  }
}
