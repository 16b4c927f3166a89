/** A village with the households to be interviewed there, in the order of the list. */
export interface VillageLoad {
  readonly village: string
  readonly households: readonly string[]
}

export interface PlannedAssignment {
  /** Person by whole village. */
  readonly villages: ReadonlyMap<string, string>
  /** Person by household, where a village is shared. */
  readonly households: ReadonlyMap<string, string>
}

/**
 * Even loads for people, villages kept whole as far as that is even: the largest village goes to whoever has least
 * (Graham's longest-processing-time rule), and a village larger than an even share is cut into runs of its list.
 */
export function planAssignment(
  villages: readonly VillageLoad[],
  people: readonly string[],
): PlannedAssignment {
  const planned = { villages: new Map<string, string>(), households: new Map<string, string>() }
  if (people.length === 0) return planned
  const total = villages.reduce((sum, { households }) => sum + households.length, 0)
  const share = Math.max(1, Math.ceil(total / people.length))
  const loads = new Map(people.map((person) => [person, 0]))
  const parts = villages.flatMap(({ village, households }) => {
    const runs = Math.ceil(households.length / share)
    return Array.from({ length: runs }, (_, run) => {
      const [from, to] = [run, run + 1].map((at) => Math.round((at * households.length) / runs))
      return { village, households: households.slice(from, to), isWhole: runs === 1 }
    })
  })
  parts.sort(
    (left, right) =>
      right.households.length - left.households.length || (left.village < right.village ? -1 : 1),
  )
  for (const { village, households, isWhole } of parts) {
    const person = leastLoaded(loads)
    loads.set(person, (loads.get(person) ?? 0) + households.length)
    if (isWhole) planned.villages.set(village, person)
    else for (const household of households) planned.households.set(household, person)
  }
  return planned
}

function leastLoaded(loads: ReadonlyMap<string, number>): string {
  const [least] = [...loads].sort(([, left], [, right]) => left - right)
  if (least === undefined) throw new Error('nobody to assign to')
  return least[0]
}
