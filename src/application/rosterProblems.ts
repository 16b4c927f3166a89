import { foldChanges } from '../domain/changes/foldChanges'
import type { Problem } from '../domain/shared/Problem'
import { currentRoster, PROJECT } from './adoptRoster'
import { problemsPath } from './keptProblems'
import type { ProjectStore, RosterHash } from './store/ProjectStore'

/** What was wrong with the project's roster when it was taken. */
export async function rosterProblems(store: ProjectStore, roster: RosterHash): Promise<readonly Problem[]> {
  const state = foldChanges(await store.changesOf('project', PROJECT))
  const value = state.get(problemsPath(roster))?.history.at(-1)?.value
  return Array.isArray(value) ? (value as unknown as readonly Problem[]) : []
}

/** The same of the roster in use. */
export async function currentRosterProblems(store: ProjectStore): Promise<readonly Problem[]> {
  const roster = await currentRoster(store)
  return roster === undefined ? [] : rosterProblems(store, roster)
}
