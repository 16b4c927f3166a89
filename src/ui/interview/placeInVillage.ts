import type { HouseholdRow } from '../../application/households/listHouseholds'
import { isToVisit } from '../../application/households/isToVisit'

export interface PlaceInVillage {
  /** How many households of the village are to be visited; the household itself counts in any case. */
  readonly all: number
  /** The household's place among them, from 1; 0 when it is not in the list. */
  readonly at: number
  /** The next of them without an outcome; after the last, the search goes on from the first. */
  readonly following: HouseholdRow | undefined
}

/** Where a household stands among those to visit in its village, and which comes next. */
export function placeInVillage(rows: readonly HouseholdRow[], id: string | undefined): PlaceInVillage {
  const own = rows.find(({ household }) => household.id === id)
  const same = rows.filter((row) => row.village === own?.village && (row === own || isToVisit(row)))
  const at = own === undefined ? 0 : same.indexOf(own) + 1
  const following = [...same.slice(at), ...same.slice(0, at - 1)].find(
    ({ summary }) => (summary?.outcome ?? null) === null,
  )
  return { all: same.length, at, following }
}
