import type { Problem } from '../../domain/shared/Problem'
import { pathOf } from '../facts/Fact'
import { PROJECT_FACTS } from '../facts/projectFacts'
import type { RosterHash } from '../store/ProjectStore'

/** More than a reviewer reads; the report that the import page saves has all of them. */
const MOST_KEPT = 5_000

/** Where the project keeps what was wrong with a roster. */
export function problemsPath(roster: RosterHash): string {
  return pathOf(PROJECT_FACTS.rosterProblems, roster)
}

/** A roster's problems as they are kept: gravest first, and how many had to be left out. */
export function keptProblems(problems: readonly Problem[]): Problem[] {
  const sorted = problems.toSorted((left, right) => GRAVITY[left.severity] - GRAVITY[right.severity])
  const kept = sorted.slice(0, MOST_KEPT)
  const leftOut = problems.length - kept.length
  return [...kept, ...(leftOut > 0 ? [leftOutProblem(leftOut)] : [])]
}

function leftOutProblem(count: number): Problem {
  return { code: 'roster_problems_left_out', severity: 'note', place: {}, value: null, details: { count } }
}

const GRAVITY = { error: 0, warning: 1, note: 2 } as const
