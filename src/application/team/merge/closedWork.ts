import { householdOf } from '../../../domain/changes/householdOf'
import { groupBy } from '../../../domain/shared/groupBy'
import type { DeviceId } from '../../../domain/team/Segment'
import { closedTo } from '../../census/closedTo'
import { readClosings } from '../../census/closings'
import type { TeamView } from '../packages/TeamView'
import type { OpenedChunk, OpenedPackage } from '../TeamPort'

/** What a device wrote in an area that is closed here. */
export interface ClosedWork {
  readonly device: DeviceId
  /** See `COUNTY_AREA`. */
  readonly area: string
  /** Null: in the area's own form. */
  readonly household: string | null
  /** All of it that is new here: taken together or not at all. */
  readonly chunks: readonly OpenedChunk[]
}

/**
 * What of a package is news of closed areas: whether it was written before its laptop had learned of the closing or after, the
 * lead decides about it. Nothing of what the lead sends, who decided already.
 */
export async function closedWork(
  { manifest, segments }: Pick<OpenedPackage, 'manifest' | 'segments'>,
  { lead, leadChanges, known, households }: TeamView,
): Promise<readonly ClosedWork[]> {
  if (manifest.sender.device === lead) return []
  const closings = readClosings(leadChanges)
  if (closings.areas.size === 0) return []
  const parts = segments
    .filter(({ segment }) => segment.header.device !== lead)
    .flatMap(({ segment, chunks }) => chunks.map((chunk) => ({ device: segment.header.device, chunk })))
  const work: ClosedWork[] = []
  for (const [household, own] of groupBy(parts, ({ chunk }) => householdIn(chunk))) {
    const coming = own.flatMap(({ chunk }) => chunk.changes)
    if (coming.every((change) => known.hasChange(change))) continue
    const about = household === null ? [] : [...(await households.changesOf(household)), ...coming]
    for (const { device, chunk } of own) {
      const closing = chunk.changes
        .filter((change) => !known.hasChange(change))
        .map((change) => closedTo(change, closings, () => about))
        .find((each) => each !== undefined)
      if (closing !== undefined) work.push({ device, area: closing.area, household, chunks: [chunk] })
    }
  }
  return united(work)
}

/** A chunk is of one household, or of the project. */
function householdIn({ changes: [first] }: OpenedChunk): string | null {
  return (first && householdOf(first.entity, first.entityId)) ?? null
}

/** One for each device and place: a household is taken whole or not at all. */
function united(work: readonly ClosedWork[]): readonly ClosedWork[] {
  const places = groupBy(work, ({ device, area, household }) => JSON.stringify([device, area, household]))
  return [...places.values()].flatMap((own) => {
    const [first] = own
    return first === undefined ? [] : [{ ...first, chunks: own.flatMap(({ chunks }) => chunks) }]
  })
}
