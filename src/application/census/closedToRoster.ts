import { COUNTY_AREA } from '../../domain/programmes/census/areaNames'
import type { RosterHousehold } from '../../domain/roster/Roster'
import type { Closing, Closings } from './closings'

/**
 * A closed village that a list would give other households than it had at its closing: one was added, left out, or moved to
 * another village. Of a closed county that is any list. Undefined where the list may be adopted.
 */
export function closedToRoster(
  villages: readonly { readonly village: string; readonly households: readonly RosterHousehold[] }[],
  { areas }: Closings,
): Closing | undefined {
  const county = areas.get(COUNTY_AREA)
  if (county !== undefined) return county
  const listed = new Map(villages.map(({ village, households }) => [village, households]))
  return [...areas.values()].find(({ area, households }) => {
    const then = [...households].filter((id) => !wasFound(id))
    const now = listed.get(area) ?? []
    return now.length !== then.length || now.some(({ id }) => !households.has(id))
  })
}

/** Found in the field: no list has it. See `foundId`. */
function wasFound(household: string): boolean {
  return household.startsWith('f-')
}
