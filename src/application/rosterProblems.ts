import { foldChanges } from '../domain/changes/foldChanges'
import type { Json } from '../domain/shared/Json'
import type { Problem } from '../domain/shared/Problem'
import { PROJECT } from './adoptRoster'
import type { ProjectStore, RosterHash } from './store/ProjectStore'

const PROBLEMS = 'roster_problems/'

/** More than a reviewer reads; the report that the import page saves has all of them. */
const MOST_KEPT = 5_000

/** Where the project keeps what was wrong with a roster. */
export function problemsPath(roster: RosterHash): string {
  return PROBLEMS + roster
}

/** A roster's problems as they are kept: gravest first, and how many had to be left out. */
export function keptProblems(problems: readonly Problem[]): Json {
  const sorted = problems.toSorted((left, right) => GRAVITY[left.severity] - GRAVITY[right.severity])
  const kept = sorted.slice(0, MOST_KEPT)
  const leftOut = problems.length - kept.length
  return [...kept, ...(leftOut > 0 ? [leftOutProblem(leftOut)] : [])] as unknown as Json
}

/** What was wrong with the project's roster when it was taken. */
export async function rosterProblems(store: ProjectStore, roster: RosterHash): Promise<readonly Problem[]> {
  const state = foldChanges(await store.changesOf('project', PROJECT))
  const value = state.get(problemsPath(roster))?.history.at(-1)?.value
  return Array.isArray(value) ? (value as unknown as readonly Problem[]) : []
}

function leftOutProblem(count: number): Problem {
  return { code: 'roster_problems_left_out', severity: 'note', place: {}, value: null, details: { count } }
}

const GRAVITY = { error: 0, warning: 1, note: 2 } as const
