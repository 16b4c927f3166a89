import { isFinished } from '../../../instrument/Roles'

/** Outcomes with which a household is done with: `enumerated`, or not enumerated, each other with its reason. */
export const ENDED_OUTCOMES = [
  'enumerated',
  'lost_contact',
  'refused',
  'moved_away',
  'dissolved',
  'duplicate',
] as const

/** Where a household stands that somebody has to go to, again or for the first time. */
export const OPEN_STATES = ['not_visited', 'partial', 'not_home'] as const

export type EndedOutcome = (typeof ENDED_OUTCOMES)[number]
export type OpenState = (typeof OPEN_STATES)[number]
export type CoverageState = EndedOutcome | OpenState

/** A household as coverage counts it. */
export interface CoverageRow {
  /** See `villageOf`; unique in the county. */
  readonly village: string
  /** Unique in the county. */
  readonly township: string
  readonly household: string
  /** Met in the field; the list lacks it. */
  readonly isFound: boolean
  /** Of its visit; null before any. */
  readonly outcome: string | null
  /** ID numbers of its members. */
  readonly ids: readonly string[]
}

/** How far an area, or an enumerator, has come. Households. */
export interface Coverage {
  readonly listed: number
  readonly found: number
  /** By state; their sum is `listed` + `found`. */
  readonly states: Readonly<Record<CoverageState, number>>
}

/** Where a household stands. An outcome that the census does not know is as good as no visit. */
export function stateOf({ outcome }: Pick<CoverageRow, 'outcome'>): CoverageState {
  if (outcome === null) return 'not_visited'
  if (isFinished(outcome)) return 'enumerated'
  return STATE_BY_OUTCOME.get(outcome) ?? 'not_visited'
}

const STATE_BY_OUTCOME: ReadonlyMap<string, CoverageState> = new Map([
  ...[...ENDED_OUTCOMES, ...OPEN_STATES].map((state) => [state, state] as const),
  // Of censuses whose interviews were of the assessment's form.
  ['not_found', 'lost_contact'],
])

/** Whether somebody has to go there. */
export function isOpen(state: CoverageState): state is OpenState {
  return OPEN_STATES.some((open) => open === state)
}

/** Households that somebody has to go to. */
export function openIn({ states }: Pick<Coverage, 'states'>): number {
  return OPEN_STATES.reduce((sum, state) => sum + states[state], 0)
}

/** Enumerated / (listed + found - duplicates); null where nobody is to be enumerated. */
export function coverageRate({ listed, found, states }: Coverage): number | null {
  const all = listed + found - states.duplicate
  return all > 0 ? states.enumerated / all : null
}
