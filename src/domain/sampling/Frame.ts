import type { RegisterStatus } from '../roster/Roster'

/** Register status as strata know it: a list may leave it open. */
export type HouseholdType = RegisterStatus | 'unknown'

export const HOUSEHOLD_TYPES: readonly HouseholdType[] = [
  'exited',
  'poor',
  'relapsed',
  'unregistered',
  'unknown',
]

/** All that a draw needs of a household. */
export interface FrameHousehold {
  readonly id: string
  /** See `villageOf`: unique in the county. */
  readonly village: string
  /** County and township, with a stroke between. */
  readonly township: string
  readonly type: HouseholdType
  /** The list marks it as priority, marginal or unstable. */
  readonly isMarked: boolean
}

/** The households in the one order in which they are drawn: by key, so that the list's own order does not matter. */
export function inFrameOrder(frame: readonly FrameHousehold[]): readonly FrameHousehold[] {
  return frame.toSorted((left, right) => (left.id < right.id ? -1 : left.id > right.id ? 1 : 0))
}

/** What a frame's hash is made of: everything a draw depends on, a household a line, in the frame's order. */
export function frameText(frame: readonly FrameHousehold[]): string {
  return inFrameOrder(frame)
    .map(({ id, township, village, type, isMarked }) =>
      JSON.stringify([id, township, village, type, isMarked]),
    )
    .join('\n')
}
