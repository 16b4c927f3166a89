import type { RosterHousehold } from '../../domain/roster/Roster'
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

export type SearchTextOf = (household: RosterHousehold) => SearchText

/** Makes each household's text once: ask while the list loads, not while somebody types. */
export function searchTexts(initialsOf: InitialsOf): SearchTextOf {
  const made = new WeakMap<RosterHousehold, SearchText>()
  return (household) => {
    const known = made.get(household)
    if (known !== undefined) return known
    const text = searchTextOf(household, initialsOf)
    made.set(household, text)
    return text
  }
}

function searchTextOf({ id, headName, members }: RosterHousehold, initialsOf: InitialsOf): SearchText {
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
