import { foldChanges } from '../../domain/changes/foldChanges'
import type { HouseholdDeterminations } from '../../domain/programmes/assessment/determination/Determination'
import { readDeterminations } from '../../domain/programmes/assessment/determination/readDeterminations'
import { partsOf } from '../facts/Fact'
import { PROJECT, PROJECT_FACTS } from '../facts/projectFacts'
import type { ProjectStore } from '../store/ProjectStore'
import { secondPeopleOf } from '../team/roll/secondPerson'

/** What people decided, by household; only households that ever had a determination or rebuttal. */
export async function determinationsOf(
  store: ProjectStore,
): Promise<ReadonlyMap<string, HouseholdDeterminations>> {
  const project = foldChanges(await store.changesOf('project', PROJECT))
  const households = [...project.keys()].flatMap((path) => partsOf(PROJECT_FACTS.determined, path) ?? [])
  const people = await secondPeopleOf(store)
  const found = await Promise.all(
    households.map(async (id) =>
      readDeterminations(id, foldChanges(await store.changesOf('household', id)), people),
    ),
  )
  return new Map(found.flatMap((each) => (each === undefined ? [] : [[each.household, each]])))
}
