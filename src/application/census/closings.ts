import type { Change } from '../../domain/changes/Change'
import { foldChanges } from '../../domain/changes/foldChanges'
import { areaName, COUNTY_AREA } from '../../domain/programmes/census/areaNames'
import { partsOf, readFact } from '../facts/Fact'
import { PROJECT_FACTS } from '../facts/projectFacts'
import { chinaTime } from '../texts/chinaTime'

/** A village or the county that is closed: it takes no further answer until it is opened again. */
export interface Closing {
  /** See `COUNTY_AREA`. */
  readonly area: string
  /** Every household that it had then; a list adopted later changes nothing of it. Of the county: none, it has all. */
  readonly households: ReadonlySet<string>
  readonly by: string
  /** ISO instant by the closer's clock. */
  readonly at: string
  /** Why, although something was missing; null where nothing was. */
  readonly reason: string | null
}

/** The areas that are closed, and by household. */
export interface Closings {
  readonly areas: ReadonlyMap<string, Closing>
  readonly byHousehold: ReadonlyMap<string, Closing>
  /** What they were read from. */
  readonly changes: readonly Change[]
}

export const NOTHING_CLOSED: Closings = { areas: new Map(), byHousehold: new Map(), changes: [] }

/**
 * The closings among changes of a project. Where two laptops closed and opened an area without having seen each other's
 * change, it is closed: that loses no answer, and opening it again settles it.
 */
export function readClosings(changes: readonly Change[]): Closings {
  return closingsWith(NOTHING_CLOSED, changes)
}

/** The closings once these changes are known too; the same where none of them closes or opens anything. */
export function closingsWith(before: Closings, changes: readonly Change[]): Closings {
  const own = changes.filter(isOfClosing)
  if (own.length === 0) return before
  const all = [...before.changes, ...own]
  const areas = new Map<string, Closing>()
  for (const [path, { heads }] of foldChanges(all)) {
    const [area] = partsOf(PROJECT_FACTS.closed, path) ?? []
    const closing = heads.findLast((head) => (readFact(PROJECT_FACTS.closed, head) ?? null) !== null)
    const households = readFact(PROJECT_FACTS.closed, closing)?.households
    if (area === undefined || closing === undefined || households === undefined) continue
    const { person: by, at, reason = null } = closing
    areas.set(area, { area, households: new Set(households), by, at, reason })
  }
  const byHousehold = new Map(
    [...areas.values()].flatMap((closing) => [...closing.households].map((id) => [id, closing] as const)),
  )
  return { areas, byHousehold, changes: all }
}

function isOfClosing({ entity, path }: Change): boolean {
  return entity === 'project' && partsOf(PROJECT_FACTS.closed, path) !== undefined
}

/** What closes an area: its own closing, or the county's; undefined while it is open. */
export function closingOfArea({ areas }: Closings, area: string): Closing | undefined {
  return areas.get(COUNTY_AREA) ?? areas.get(area)
}

/** What closes a household; `foundIn`: the village of one that was found in the field. Undefined while it is open. */
export function closingOfHousehold(
  closings: Closings,
  household: string,
  foundIn: string | null,
): Closing | undefined {
  return (
    closings.areas.get(COUNTY_AREA) ??
    closings.byHousehold.get(household) ??
    (foundIn === null ? undefined : closings.areas.get(foundIn))
  )
}

/** Who closed what and when, for the words of a problem. */
export function closingDetails({ area, by, at }: Closing): Readonly<Record<'area' | 'by' | 'on', string>> {
  return { area: areaName(area), by, on: chinaTime(at) }
}
