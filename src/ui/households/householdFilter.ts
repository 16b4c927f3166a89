import { isReturned } from '../../application/households/isReturned'
import { isNotDrawn, isToVisit } from '../../application/households/isToVisit'
import type { HouseholdRow } from '../../application/households/listHouseholds'
import type { ListedRow, SearchText } from './searchText'

/** What the list is narrowed to; an empty text lets everything through. */
export interface HouseholdFilter {
  readonly search: string
  readonly village: string | null
  readonly status: string
  readonly outcome: string
  readonly conclusion: string
  readonly flag: string
  readonly sampleRole: string
  readonly isReturned: boolean
  /** Their owner, as the list gets it from outside: see `whoseIs`. */
  readonly person: string
}

export const NO_FILTER: HouseholdFilter = {
  search: '',
  village: null,
  status: '',
  outcome: '',
  conclusion: '',
  flag: '',
  sampleRole: '',
  isReturned: false,
  person: '',
}

/** Stands beside the people's names, of which none is a space. */
export const NOBODYS = ' '

/** Stands beside the conclusions: the household is to be back-checked by whoever looks. */
export const TO_BACKCHECK = 'to_backcheck'

/** Stands beside the flags: people ever answered differently, settled since or not. */
export const EVER_CONFLICTED = 'ever_conflicted'

/** Stands there too: the household was met in the field, and the list lacks it. */
export const FOUND = 'found'

/** Stands there too: an interview was corrected after it was finished. */
export const CORRECTED = 'corrected'

/** An ID number is asked for by its last digits only when there are enough of them to mean one. */
const FEWEST_ID_DIGITS = 6

/** The test for one filter, made once for all rows. */
export function passes(filter: HouseholdFilter): (row: ListedRow) => boolean {
  // Read once: the list's filter is watched, and each reading of it is noted.
  const { village, status, outcome, conclusion, flag, sampleRole, isReturned: isForReturned } = filter
  const wanted = filter.search.trim().toLowerCase()
  const ending = `${wanted}\n`
  return (row) =>
    (village === null || row.village === village) &&
    (!isForReturned || isReturned(row)) &&
    (status === '' || (row.household.status ?? 'unknown') === status) &&
    (outcome === '' || shownOutcome(row) === outcome) &&
    (conclusion === '' || shownConclusion(row) === conclusion) &&
    (flag === '' || isFlagged(row, flag)) &&
    (sampleRole === '' || (sampleRole === 'sample' ? isToVisit(row) : row.sampleRole === sampleRole)) &&
    (wanted === '' || isFound(row.search, wanted, ending))
}

/** Stands for what nobody has to visit: beside the outcomes and the conclusions, and asked for by neither. */
const NOT_DRAWN = 'not_drawn'

function shownOutcome(row: HouseholdRow): string {
  return isNotDrawn(row) ? NOT_DRAWN : (row.summary?.outcome ?? 'none')
}

/** As the list shows it: nothing of the first round to whoever back-checks it. */
function shownConclusion(row: HouseholdRow): string {
  if (row.isBlind) return TO_BACKCHECK
  return isNotDrawn(row) ? NOT_DRAWN : (row.summary?.conclusion ?? 'not_interviewed')
}

/** Whether an interview was corrected after it was finished; who back-checks it does not learn that. */
export function isCorrected({ isBlind, summary }: HouseholdRow): boolean {
  return !isBlind && (summary?.reopenings ?? 0) > 0
}

/** Whether the household's interview is over, whatever came of it. */
export function isDone({ summary }: Pick<HouseholdRow, 'summary'>): boolean {
  if (summary === null) return false
  return (
    summary.conclusion !== 'not_interviewed' || (summary.outcome !== null && summary.outcome !== 'partial')
  )
}

function isFlagged(row: HouseholdRow, flag: string): boolean {
  const { summary } = row
  if (flag === FOUND) return row.origin === 'found'
  if (flag === CORRECTED) return isCorrected(row)
  if (flag === EVER_CONFLICTED) return (summary?.everConflicted ?? 0) > 0
  return summary !== null && [...summary.flags, ...summary.monitoring].some((each) => each === flag)
}

/** By the name of anybody in the household or its initials, or by the last digits of the household's number or an ID. */
function isFound({ names, number, idNumbers }: SearchText, wanted: string, ending: string): boolean {
  return (
    names.includes(wanted) ||
    number.endsWith(ending) ||
    (wanted.length >= FEWEST_ID_DIGITS && idNumbers.includes(ending))
  )
}
