import { foldChanges } from '../../domain/changes/foldChanges'
import type { HouseholdDeterminations } from '../../domain/programmes/assessment/determination/Determination'
import { readDeterminations } from '../../domain/programmes/assessment/determination/readDeterminations'
import { pathPart, textOfPathPart } from '../../domain/fieldwork/readFieldwork'
import { PROJECT } from '../adoptRoster'
import type { ProjectStore } from '../store/ProjectStore'
import { secondPeopleOf } from '../team/secondPerson'

const DETERMINED = 'determined/'

/** Path of the project's change that names a household with determinations or a rebuttal. */
export function determinedPath(household: string): string {
  return DETERMINED + pathPart(household)
}

/** What people decided, by household; only households of which something was ever said. */
export async function determinationsOf(
  store: ProjectStore,
): Promise<ReadonlyMap<string, HouseholdDeterminations>> {
  const project = foldChanges(await store.changesOf('project', PROJECT))
  const named = [...project.keys()].filter((path) => path.startsWith(DETERMINED))
  const households = named.map((path) => textOfPathPart(path.slice(DETERMINED.length)))
  const people = await secondPeopleOf(store)
  const found = await Promise.all(
    households.map(async (id) =>
      readDeterminations(id, foldChanges(await store.changesOf('household', id)), people),
    ),
  )
  return new Map(found.flatMap((each) => (each === undefined ? [] : [[each.household, each]])))
}
