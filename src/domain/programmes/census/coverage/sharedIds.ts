import type { CoverageRow } from './Coverage'

/** An ID number that several households have: somebody is listed, or was enumerated, twice. */
export interface SharedId {
  readonly id: string
  readonly households: readonly Pick<CoverageRow, 'household' | 'village'>[]
}

/** The ID numbers that two or more households have, wherever in the county, in the order in which the second one comes. */
export function sharedIds(
  rows: Iterable<Pick<CoverageRow, 'household' | 'village' | 'ids'>>,
): readonly SharedId[] {
  const first = new Map<string, Pick<CoverageRow, 'household' | 'village'>>()
  const shared = new Map<string, Pick<CoverageRow, 'household' | 'village'>[]>()
  for (const row of rows) {
    for (const id of row.ids) {
      const known = first.get(id)
      if (known === undefined) first.set(id, row)
      else if (known.household !== row.household) addTo(shared, id, known, row)
    }
  }
  return [...shared].map(([id, households]) => ({
    id,
    households: households.map(({ household, village }) => ({ household, village })),
  }))
}

function addTo<Row extends Pick<CoverageRow, 'household'>>(
  shared: Map<string, Row[]>,
  id: string,
  known: Row,
  row: Row,
): void {
  const households = shared.get(id) ?? [known]
  // A number may stand twice within one household.
  if (!households.some(({ household }) => household === row.household)) households.push(row)
  shared.set(id, households)
}
