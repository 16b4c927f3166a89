import { isToVisit } from '../../application/households/isToVisit'
import type { HouseholdRow } from '../../application/households/listHouseholds'
import { groupBy } from '../../domain/shared/groupBy'
import { isDone } from './householdFilter'

export interface Village {
  readonly key: string
  readonly name: string
  readonly township: string
  readonly count: number
  readonly done: number
  readonly isSupervised: boolean
}

/** Villages that stand together: those under special supervision, then township by township. */
export interface VillageGroup {
  readonly kind: 'supervised' | 'township'
  readonly name: string
  readonly count: number
  readonly done: number
  readonly villages: readonly Village[]
}

/** The villages of the list as a tree, with the households to visit, in the list's order; those under special supervision stand first, and once. */
export function villageTree(
  rows: readonly HouseholdRow[],
  supervised: ReadonlySet<string>,
): readonly VillageGroup[] {
  const villages = [...groupBy(rows, ({ village }) => village)].map(([key, ofVillage]): Village => {
    const toVisit = ofVillage.filter(isToVisit)
    const { village, township } = (ofVillage[0] as HouseholdRow).household
    return {
      key,
      name: village ?? '—',
      township: township ?? '',
      count: toVisit.length,
      done: toVisit.filter(isDone).length,
      isSupervised: supervised.has(key),
    }
  })
  const first = villages.filter(({ isSupervised }) => isSupervised)
  const others = groupBy(
    villages.filter(({ isSupervised }) => !isSupervised),
    ({ township }) => township,
  )
  return [
    ...(first.length === 0 ? [] : [grouped('supervised', '', first)]),
    ...[...others].map(([township, ofTownship]) => grouped('township', township, ofTownship)),
  ]
}

function grouped(kind: VillageGroup['kind'], name: string, villages: readonly Village[]): VillageGroup {
  const total = (of: (village: Village) => number): number =>
    villages.reduce((sum, village) => sum + of(village), 0)
  return { kind, name, villages, count: total(({ count }) => count), done: total(({ done }) => done) }
}

/** The household to go to after this one: the next of its village that is not done, from the top again at the end. */
export function nextInVillage(rows: readonly HouseholdRow[], selected: string | null): HouseholdRow | null {
  const at = rows.findIndex(({ household }) => household.id === selected)
  const village = rows[at]?.village
  const after = [...rows.slice(at + 1), ...rows.slice(0, Math.max(at, 0))]
  const ofVillage = village === undefined ? after : after.filter((row) => row.village === village)
  return ofVillage.find((row) => isToVisit(row) && !isDone(row)) ?? ofVillage.find(isToVisit) ?? null
}
