/** A spare of a stratum that is nobody's yet. */
export interface OpenSpare {
  readonly id: string
  /** Whose its village is; null: nobody's. */
  readonly villagePerson: string | null
}

/** How many places or spares of a stratum somebody has; under null those that are nobody's, and stay with the lead. */
export type Holdings = ReadonlyMap<string | null, number>

/**
 * Deals a stratum's open spares to the people who have its places, in proportion to these: each person's own villages first, then
 * in the order of their drawing. The share of places that are nobody's stays with the lead: it is in no answer.
 */
export function dealSpares(
  places: Holdings,
  held: Holdings,
  spares: readonly OpenSpare[],
): ReadonlyMap<string, string> {
  const open = openShares(places, held, spares.length)
  const dealt = new Map<string, string>()
  const take = (id: string, person: string): void => {
    dealt.set(id, person)
    open.set(person, (open.get(person) ?? 0) - 1)
  }
  for (const { id, villagePerson } of spares)
    if (villagePerson !== null && (open.get(villagePerson) ?? 0) > 0) take(id, villagePerson)
  for (const { id } of spares) {
    const next = [...open].find(([person, left]) => person !== null && left > 0)?.[0]
    if (!dealt.has(id) && typeof next === 'string') take(id, next)
  }
  return dealt
}

/** How many more spares are due to each: one after another to whoever has most places for the spares he would then have. */
function openShares(places: Holdings, held: Holdings, spares: number): Map<string | null, number> {
  const holders = [...places].sort(([left], [right]) => ((left ?? '') < (right ?? '') ? -1 : 1))
  const open = new Map<string | null, number>(holders.map(([person]) => [person, 0]))
  for (let left = spares; left > 0 && holders.length > 0; left -= 1) {
    const due = holders.map(([person, count]) => {
      return { person, places: count / ((held.get(person) ?? 0) + (open.get(person) ?? 0) + 1) }
    })
    const next = due.reduce((best, each) => (each.places > best.places ? each : best))
    open.set(next.person, (open.get(next.person) ?? 0) + 1)
  }
  return open
}
