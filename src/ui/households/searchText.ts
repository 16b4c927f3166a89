import type { HouseholdRow } from '../../application/households/listHouseholds'
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

/** A household of the list with what it is found by, made when it is first asked for: see `makeSearchable`. */
export interface ListedRow extends HouseholdRow {
  readonly search: SearchText
}

export function listedRow(row: HouseholdRow, initialsOf: InitialsOf): ListedRow {
  let made: SearchText | undefined
  return {
    ...row,
    get search() {
      return (made ??= searchTextOf(row.household, initialsOf))
    },
  }
}

/** Rows between two pauses: some milliseconds of work. */
const MADE_AT_ONCE = 200

/** Makes what all rows are found by, once they are shown and while they are wanted: nothing is looked up while somebody types. */
export async function makeSearchable(
  rows: readonly ListedRow[],
  isWanted: () => boolean,
  pause: () => Promise<void>,
): Promise<void> {
  for (let start = 0; start < rows.length && isWanted(); start += MADE_AT_ONCE) {
    for (const row of rows.slice(start, start + MADE_AT_ONCE)) void row.search
    await pause()
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
