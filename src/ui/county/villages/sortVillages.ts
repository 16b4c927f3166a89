import type { VillageMeasures } from '../../../domain/programmes/assessment/measures/measureVillages'
import {
  totalVillages,
  townshipsOf,
  type Township,
  type VillageTotals,
} from '../../../domain/programmes/assessment/measures/townships'

/** What the table of villages can be sorted by. */
export const VILLAGE_COLUMNS = [
  'village',
  'listed',
  'interviewed',
  'suspicionsOpen',
  'wrong',
  'toVerify',
  'monitored',
  'recognition',
  'incidence',
  'standsOut',
] as const

export type VillageColumn = (typeof VILLAGE_COLUMNS)[number]

export interface VillageSort {
  readonly by: VillageColumn
  readonly isReversed: boolean
}

/** Townships by one column of what they come to, each with its villages by the same: most, or worst, first. */
export function sortTownships(villages: readonly VillageMeasures[], sort: VillageSort): readonly Township[] {
  return sorted(
    townshipsOf(villages).map((township) => ({
      ...township,
      villages: sortVillages(township.villages, sort),
    })),
    ({ key }) => key,
    ({ totals, villages: own }) => ({
      totals,
      standsOut: own.flatMap(({ standsOutIn }) => standsOutIn).length,
    }),
    sort,
  )
}

/** The villages by one column: most, or worst, first; those of equal standing in the roster's order. */
export function sortVillages(
  villages: readonly VillageMeasures[],
  sort: VillageSort,
): readonly VillageMeasures[] {
  return sorted(
    villages,
    ({ village }) => village,
    (village) => ({ totals: totalVillages([village]), standsOut: village.standsOutIn.length }),
    sort,
  )
}

interface Standing {
  readonly totals: VillageTotals
  readonly standsOut: number
}

function sorted<Place>(
  places: readonly Place[],
  nameOf: (place: Place) => string,
  standingOf: (place: Place) => Standing,
  { by, isReversed }: VillageSort,
): readonly Place[] {
  if (by === 'village') {
    const named = places.toSorted((left, right) => nameOf(left).localeCompare(nameOf(right), 'zh-CN'))
    return isReversed ? named.toReversed() : named
  }
  const worths = new Map(places.map((place) => [place, worth(standingOf(place), by)]))
  const found = places.toSorted((left, right) => (worths.get(right) ?? 0) - (worths.get(left) ?? 0))
  return isReversed ? found.toReversed() : found
}

/** How far up a place stands by a column. */
function worth({ totals, standsOut }: Standing, by: Exclude<VillageColumn, 'village'>): number {
  switch (by) {
    case 'listed':
    case 'interviewed':
    case 'suspicionsOpen':
    case 'toVerify':
    case 'monitored':
      return totals[by]
    case 'wrong':
      return totals.determinedWrong
    case 'recognition':
      // Least recognised first; who asked nobody stands last.
      return totals.asked === 0 ? -1 : 1 - totals.recognising / totals.asked
    case 'incidence':
      return totals.incidence[0]?.value ?? -1
    case 'standsOut':
      return standsOut * 1000 + totals.suspicionsOpen
  }
}
