import { foldChanges } from '../../domain/changes/foldChanges'
import { PROJECT, villageOf } from '../adoptRoster'
import { projectHouseholds } from '../households/projectHouseholds'
import type { ProjectStore } from '../store/ProjectStore'
import { assigneeOf, readAssignees, type Assignee } from './assign'

/** A household with the person it is assigned to. */
export interface AssignedHousehold extends Assignee {
  readonly household: string
  readonly village: string
}

/** Every household and whom it is assigned to: its own assignment before its village's. One village at a time. */
export async function* assignments(store: ProjectStore): AsyncGenerator<readonly AssignedHousehold[]> {
  const assignees = readAssignees(foldChanges(await store.changesOf('project', PROJECT)))
  for await (const settled of projectHouseholds(store))
    yield settled.map(({ household }) => {
      const village = villageOf(household)
      return { household: household.id, village, ...assigneeOf(assignees, household.id, village) }
    })
}

/** The households of these people: what an assessor sees, and what an assignment package brings them. */
export async function householdsOf(
  store: ProjectStore,
  people: readonly string[],
): Promise<ReadonlySet<string>> {
  const own = new Set<string>()
  for await (const village of assignments(store))
    for (const { household, person } of village)
      if (person !== null && people.includes(person)) own.add(household)
  return own
}
