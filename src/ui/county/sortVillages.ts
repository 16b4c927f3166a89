import type { VillageMeasures } from '../../domain/programmes/assessment/measures/measureVillages'

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

/** The villages by one column: most, or worst, first; those of equal standing in the roster's order. */
export function sortVillages(
  villages: readonly VillageMeasures[],
  { by, isReversed }: VillageSort,
): readonly VillageMeasures[] {
  const sorted =
    by === 'village'
      ? villages.toSorted((left, right) => left.village.localeCompare(right.village, 'zh-CN'))
      : villages.toSorted((left, right) => worth(right, by) - worth(left, by))
  return isReversed ? sorted.toReversed() : sorted
}

/** How far up a village stands by a column. */
function worth(village: VillageMeasures, by: Exclude<VillageColumn, 'village'>): number {
  switch (by) {
    case 'listed':
    case 'interviewed':
    case 'suspicionsOpen':
      return village[by]
    case 'wrong':
      return village.determinedWrong
    case 'toVerify':
      return village.conclusions.to_verify ?? 0
    case 'monitored':
      return monitoredIn(village)
    case 'recognition':
      // Least recognised first; who asked nobody stands last.
      return village.asked === 0 ? -1 : 1 - village.recognising / village.asked
    case 'incidence':
      return village.incidence[0]?.value ?? -1
    case 'standsOut':
      return village.standsOutIn.length * 1000 + village.suspicionsOpen
  }
}

/** Households of the village to be monitored; none is on both lists. */
export function monitoredIn({ monitoring }: VillageMeasures): number {
  return (monitoring.unstable ?? 0) + (monitoring.marginal ?? 0)
}
