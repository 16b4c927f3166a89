import { foldChanges } from '../../../domain/changes/foldChanges'
import type { ListedHousehold } from '../../../domain/roster/ListedHousehold'
import { readRoll } from '../../../domain/team/Roll'
import { PROJECT, villageOf } from '../../roster/adoptRoster'
import { projectHouseholds } from '../../households/projectHouseholds'
import { backchecksOf, type Backcheck } from '../../rounds/backchecks'
import type { ProjectStore } from '../../store/ProjectStore'
import { assigneeOf, readAssignees, type Assignee } from './assign'
import { deviceOf, leadOf } from '../roll/deviceOf'

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

/**
 * Which households are somebody else's: assigned to people who do not work at this device, who check none of them either. At the
 * lead's own device, and before a project is led, none is. `backchecks`: all of the project.
 */
export async function othersHouseholds(
  store: ProjectStore,
  backchecks: readonly Backcheck[],
): Promise<(household: ListedHousehold) => boolean> {
  const [own, lead] = [await deviceOf(store), await leadOf(store)]
  if (own === undefined || lead === undefined || own.device === lead) return () => false
  const project = foldChanges(await store.changesOf('project', PROJECT))
  const names = readRoll(project).get(own.device)?.names ?? []
  const assignees = readAssignees(project)
  const checked = checkedBy(backchecks, names)
  return (household) => {
    const { person, isContested } = assigneeOf(assignees, household.id, villageOf(household))
    return person !== null && !isContested && !names.includes(person) && !checked.has(household.id)
  }
}

/** The households of these people, those that they back-check too: what an assignment package brings them. */
export async function householdsOf(
  store: ProjectStore,
  people: readonly string[],
): Promise<ReadonlySet<string>> {
  return (await householdsOfEach(store, [people]))[0] ?? new Set()
}

/** The same of several groups of people: the list is read once. */
export async function householdsOfEach(
  store: ProjectStore,
  groups: readonly (readonly string[])[],
): Promise<readonly ReadonlySet<string>[]> {
  const checks = await backchecksOf(store)
  const found = groups.map((people) => ({ people, own: new Set(checkedBy(checks, people)) }))
  for await (const village of assignments(store))
    for (const { household, person } of village)
      for (const { people, own } of found) if (person !== null && people.includes(person)) own.add(household)
  return found.map(({ own }) => own)
}

function checkedBy(backchecks: readonly Backcheck[], people: readonly string[]): ReadonlySet<string> {
  const own = backchecks.filter(({ checker }) => people.includes(checker))
  return new Set(own.map(({ household }) => household))
}
