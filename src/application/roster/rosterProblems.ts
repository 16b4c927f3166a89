import { foldChanges } from '../../domain/changes/foldChanges'
import type { Problem } from '../../domain/shared/Problem'
import { currentRoster, PROJECT } from './adoptRoster'
import { readFact } from '../facts/Fact'
import { PROJECT_FACTS } from '../facts/projectFacts'
import { problemsPath } from './keptProblems'
import type { ProjectStore, RosterHash } from '../store/ProjectStore'

/** What was wrong with the project's roster when it was taken. */
export async function rosterProblems(store: ProjectStore, roster: RosterHash): Promise<readonly Problem[]> {
  const state = foldChanges(await store.changesOf('project', PROJECT))
  return readFact(PROJECT_FACTS.rosterProblems, state.get(problemsPath(roster))?.history.at(-1)) ?? []
}

/** The same of the roster in use. */
export async function currentRosterProblems(store: ProjectStore): Promise<readonly Problem[]> {
  const roster = await currentRoster(store)
  return roster === undefined ? [] : rosterProblems(store, roster)
}
