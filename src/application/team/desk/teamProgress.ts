import { isFinished, VISIT_OUTCOME } from '../../../domain/instrument/Roles'
import { groupBy } from '../../../domain/shared/groupBy'
import { isReturned } from '../../households/isReturned'
import { isToVisit } from '../../households/isToVisit'
import type { HouseholdRow } from '../../households/listHouseholds'

/** Where a household that is to be visited stands; every one stands at exactly one place. */
export const PROGRESS_STATES = ['completed', 'partial', 'failed', 'replaced', 'open'] as const

export type ProgressState = (typeof PROGRESS_STATES)[number]

/** How far a village or an assessor has come. */
export interface Progress {
  /** Households to be visited, and those visited all the same. */
  readonly planned: number
  /** `failed`: nobody was interviewed, and no other household took its place yet. */
  readonly states: Readonly<Record<ProgressState, number>>
  /** By the outcome of the visit (`completed`, `refused`, `not_home` …), replaced or not. */
  readonly outcomes: Readonly<Record<string, number>>
  /** Sent back, and not dealt with. */
  readonly returned: number
}

/** Progress against plan by a key of each row: its village, or its owner. In the rows' order. */
export function teamProgress(
  rows: readonly HouseholdRow[],
  keyOf: (row: HouseholdRow) => string,
): ReadonlyMap<string, Progress> {
  const planned = rows.filter((row) => isToVisit(row) || row.summary !== null)
  return new Map([...groupBy(planned, keyOf)].map(([key, own]) => [key, progressOf(own)]))
}

/** All parts together. */
export function sumProgress(parts: Iterable<Progress>): Progress {
  const states = noStates()
  const outcomes: Record<string, number> = {}
  let [planned, returned] = [0, 0]
  for (const part of parts) {
    planned += part.planned
    returned += part.returned
    for (const state of PROGRESS_STATES) states[state] += part.states[state]
    for (const [outcome, count] of Object.entries(part.outcomes))
      outcomes[outcome] = (outcomes[outcome] ?? 0) + count
  }
  return { planned, states, outcomes, returned }
}

function progressOf(rows: readonly HouseholdRow[]): Progress {
  const states = noStates()
  const outcomes: Record<string, number> = {}
  for (const row of rows) {
    const outcome = row.summary?.outcome ?? null
    if (outcome !== null) outcomes[outcome] = (outcomes[outcome] ?? 0) + 1
    states[stateOf(row)] += 1
  }
  const returned = rows.filter(isReturned).length
  return { planned: rows.length, states, outcomes, returned }
}

function stateOf({ summary, links }: HouseholdRow): ProgressState {
  if (links.some(({ kind }) => kind === 'replaced_by')) return 'replaced'
  const outcome = summary?.outcome ?? null
  if (outcome === null) return 'open'
  if (isFinished(outcome)) return 'completed'
  return outcome === VISIT_OUTCOME.partial ? 'partial' : 'failed'
}

function noStates(): Record<ProgressState, number> {
  return { completed: 0, partial: 0, failed: 0, replaced: 0, open: 0 }
}
