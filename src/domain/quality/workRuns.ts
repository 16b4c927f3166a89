import type { Change } from '../changes/Change'
import { splitChangeId } from '../changes/ChangeId'
import { groupBy } from '../shared/groupBy'

/** A stretch of uninterrupted work by one laptop's clock, in milliseconds since 1970. */
export interface WorkRun {
  readonly from: number
  readonly to: number
}

/** A longer pause between two answers is no work: somebody went to another house. */
const LONGEST_PAUSE = 10 * 60_000

/**
 * When people were at work on these changes, laptop session by session in the order of the writing. A clock that was set back, or
 * forward over a pause, begins a new stretch and adds nothing.
 */
export function workRuns(changes: readonly Change[]): readonly WorkRun[] {
  const runs: WorkRun[] = []
  for (const session of groupBy(changes, ({ id }) => splitChangeId(id).replica).values()) {
    const times = session
      .toSorted((left, right) => splitChangeId(left.id).seq - splitChangeId(right.id).seq)
      .map(({ at }) => Date.parse(at))
    let run: WorkRun | undefined
    for (const time of times) {
      const continues = run !== undefined && time >= run.to && time - run.to <= LONGEST_PAUSE
      if (run !== undefined && !continues) runs.push(run)
      run = run !== undefined && continues ? { from: run.from, to: time } : { from: time, to: time }
    }
    if (run !== undefined) runs.push(run)
  }
  return runs
}

/** Minutes at work, altogether. */
export function minutesOf(runs: readonly WorkRun[]): number {
  return runs.reduce((sum, { from, to }) => sum + to - from, 0) / 60_000
}

/** Minutes that two sets of stretches share. */
export function sharedMinutes(left: readonly WorkRun[], right: readonly WorkRun[]): number {
  let shared = 0
  for (const one of left)
    for (const other of right)
      shared += Math.max(0, Math.min(one.to, other.to) - Math.max(one.from, other.from))
  return shared / 60_000
}
