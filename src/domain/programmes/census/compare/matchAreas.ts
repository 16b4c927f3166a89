/** What one of two counts has alone. */
export interface OneSided {
  readonly now: readonly string[]
  readonly earlier: readonly string[]
}

/** What an area is matched by: `county`, or its name without the county's, which lists need not have. */
export function nameInCounty(area: string): string {
  const [, ...own] = area.split('/')
  return own.length === 0 ? 'county' : own.join('/')
}

/** Areas that have no area of their name in the other count. */
export function unmatchedAreas(now: Iterable<string>, earlier: Iterable<string>): OneSided {
  const [own, other] = [byName(now), byName(earlier)]
  return { now: without(own, other), earlier: without(other, own) }
}

function byName(areas: Iterable<string>): ReadonlyMap<string, string> {
  return new Map([...areas].map((area) => [nameInCounty(area), area]))
}

function without(areas: ReadonlyMap<string, string>, others: ReadonlyMap<string, string>): readonly string[] {
  return [...areas].flatMap(([name, area]) => (others.has(name) ? [] : [area]))
}
