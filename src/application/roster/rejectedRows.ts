import { foldChanges } from '../../domain/changes/foldChanges'
import { currentRoster, PROJECT } from './adoptRoster'
import { rosterProblems } from './rosterProblems'
import { rowOfPlace } from './rowOfPlace'
import { sizeIn } from './rosterSize'
import type { ProjectStore } from '../store/ProjectStore'

/** Rows of the roster in use that were not taken; of one from before they were counted, the rows that its kept problems refuse. */
export async function rejectedRows(store: ProjectStore): Promise<number> {
  const roster = await currentRoster(store)
  if (roster === undefined) return 0
  const counted = sizeIn(foldChanges(await store.changesOf('project', PROJECT)), roster)?.rejected
  if (counted !== undefined) return counted
  const refused = (await rosterProblems(store, roster)).filter(
    ({ severity, place }) => severity === 'error' && place.cell !== undefined,
  )
  return new Set(refused.map(({ place }) => rowOfPlace(place))).size
}
