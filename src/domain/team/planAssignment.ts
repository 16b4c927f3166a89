import { groupBy } from '../shared/groupBy'

/** A village with how many households are to be visited there. */
export interface VillageLoad {
  readonly village: string
  readonly township: string
  readonly count: number
}

/**
 * Even loads for people by whole villages: which person has which village. Townships go one after another, the largest first
 * (Graham's longest-processing-time rule), each whole to whoever has least, as long as this person stays within an even share
 * (all households by people, rounded up). A township that nobody can take so is split: its villages go, the largest first, to
 * people who have some of it already and stay within the share, else to whoever has least. So nobody has more than an even share
 * and one village. Of equals the first in the order of people and of names: the same input gives the same plan. A village without
 * households to be visited is nobody's.
 */
export function planAssignment(
  villages: readonly VillageLoad[],
  people: readonly string[],
): ReadonlyMap<string, string> {
  const planned = new Map<string, string>()
  if (people.length === 0) return planned
  const loads = new Map(people.map((person) => [person, 0]))
  const loadOf = (person: string): number => loads.get(person) ?? 0
  const share = Math.ceil(sumOf(villages) / people.length)

  function give({ village, count }: VillageLoad, person: string): void {
    loads.set(person, loadOf(person) + count)
    planned.set(village, person)
  }

  const toVisit = villages.filter(({ count }) => count > 0)
  const townships = [...groupBy(toVisit, ({ township }) => township)].map(([name, own]) => {
    return {
      name,
      count: sumOf(own),
      villages: own.toSorted((left, right) => bySize(left, right, 'village')),
    }
  })
  for (const township of townships.toSorted((left, right) => bySize(left, right, 'name'))) {
    const least = leastLoaded(people, loadOf)
    const isWhole = loadOf(least) + township.count <= share
    const holders = new Set<string>()
    for (const each of township.villages) {
      const fitting = people.filter((person) => holders.has(person) && loadOf(person) + each.count <= share)
      const person = isWhole ? least : leastLoaded(fitting.length > 0 ? fitting : people, loadOf)
      holders.add(person)
      give(each, person)
    }
  }
  return planned
}

function sumOf(parts: readonly { readonly count: number }[]): number {
  return parts.reduce((sum, { count }) => sum + count, 0)
}

/** The larger first, of equals the one whose name comes first. */
function bySize<Name extends string>(
  left: Readonly<Record<Name, string>> & { readonly count: number },
  right: Readonly<Record<Name, string>> & { readonly count: number },
  name: Name,
): number {
  return right.count - left.count || (left[name] < right[name] ? -1 : 1)
}

function leastLoaded(people: readonly string[], loadOf: (person: string) => number): string {
  return people.reduce((least, person) => (loadOf(person) < loadOf(least) ? person : least))
}
