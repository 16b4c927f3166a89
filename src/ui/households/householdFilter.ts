import type { HouseholdRow } from '../../application/households/listHouseholds'
import type { RosterHousehold } from '../../domain/roster/Roster'
import { hasInitials, type InitialsOf } from './nameInitials'

/** What the list is narrowed to; an empty text lets everything through. */
export interface HouseholdFilter {
  readonly search: string
  readonly village: string | null
  readonly status: string
  readonly outcome: string
  readonly conclusion: string
  readonly flag: string
}

export const NO_FILTER: HouseholdFilter = {
  search: '',
  village: null,
  status: '',
  outcome: '',
  conclusion: '',
  flag: '',
}

/** An ID number is asked for by its last digits only when there are enough of them to mean one. */
const FEWEST_ID_DIGITS = 6

/** The test for one filter, made once for all rows. */
export function passes(filter: HouseholdFilter, initialsOf: InitialsOf): (row: HouseholdRow) => boolean {
  const { village, status, outcome, conclusion, flag } = filter
  const wanted = filter.search.trim().toLowerCase()
  const isLatin = /^[a-z]+$/.test(wanted)
  return (row) =>
    (village === null || row.village === village) &&
    (status === '' || (row.household.status ?? 'unknown') === status) &&
    (outcome === '' || (row.summary?.outcome ?? 'none') === outcome) &&
    (conclusion === '' || (row.summary?.conclusion ?? 'not_interviewed') === conclusion) &&
    (flag === '' || isFlagged(row, flag)) &&
    (wanted === '' || isFound(row, wanted, isLatin ? initialsOf : null))
}

/** Whether the household's interview is over, whatever came of it. */
export function isDone({ summary }: HouseholdRow): boolean {
  if (summary === null) return false
  return (
    summary.conclusion !== 'not_interviewed' || (summary.outcome !== null && summary.outcome !== 'partial')
  )
}

function isFlagged({ summary }: HouseholdRow, flag: string): boolean {
  return summary !== null && [...summary.flags, ...summary.monitoring].some((each) => each === flag)
}

/** By the name of anybody in the household or its initials, or by the last digits of the household's number or an ID. */
function isFound({ household }: HouseholdRow, wanted: string, initialsOf: InitialsOf | null): boolean {
  const names = namesOf(household)
  return (
    names.includes(wanted) ||
    (initialsOf !== null && hasInitials(names, wanted, initialsOf)) ||
    household.id.toLowerCase().endsWith(wanted) ||
    (wanted.length >= FEWEST_ID_DIGITS &&
      household.members.some(({ idNumber }) => idNumber?.toLowerCase().endsWith(wanted)))
  )
}

const namesMade = new WeakMap<RosterHousehold, string>()

/** Everybody's names as one text to look through, made once a household: ask while the list loads, not while one types. */
export function namesOf(household: RosterHousehold): string {
  const made = namesMade.get(household)
  if (made !== undefined) return made
  const names = [household.headName, ...household.members.map(({ name }) => name)].filter(
    (name) => name !== null,
  )
  const text = [...new Set(names)].join('\n').toLowerCase()
  namesMade.set(household, text)
  return text
}
