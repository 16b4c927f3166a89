import type { Change } from '../changes/Change'
import type { EntityState, PathState } from '../changes/foldChanges'
import { isSameName } from '../shared/isSameName'
import type { Json } from '../shared/Json'
import {
  DETERMINATIONS,
  type Decision,
  type DeterminationQuestion,
  type HouseholdDeterminations,
  type Rebuttal,
  type Standing,
} from './Determination'

/** Path of the county's rebuttal on its household. */
export const REBUTTAL = 'rebuttal'

/** Path of the decisions on one question of a household. */
export function decisionPath(question: DeterminationQuestion): string {
  return `determination/${question}`
}

/** Path of the confirmations: each is the id of the decision it confirms, so that a revision needs a new one. */
export function confirmationPath(question: DeterminationQuestion): string {
  return `${decisionPath(question)}/confirmed`
}

/** What a household's own changes say of determinations; undefined where nothing was ever said. */
export function readDeterminations(
  household: string,
  state: EntityState,
): HouseholdDeterminations | undefined {
  const suspicion = state.get(decisionPath('suspicion'))
  const inclusion = state.get(decisionPath('inclusion'))
  const rebuttal = state.get(REBUTTAL)
  if (suspicion === undefined && inclusion === undefined && rebuttal === undefined) return undefined
  const confirmed = {
    suspicion: state.get(confirmationPath('suspicion')),
    inclusion: state.get(confirmationPath('inclusion')),
  }
  const decisions = [
    ...decisionsIn('suspicion', suspicion?.history, confirmed.suspicion),
    ...decisionsIn('inclusion', inclusion?.history, confirmed.inclusion),
  ]
  return {
    household,
    suspicion: standingOf('suspicion', suspicion, confirmed.suspicion),
    inclusion: standingOf('inclusion', inclusion, confirmed.inclusion),
    rebuttals: (rebuttal?.heads ?? []).flatMap(rebuttalIn),
    history: decisions,
  }
}

/** What a rebuttal's change says; nothing where it is not of this shape. */
function rebuttalIn({ value, person, at }: Change): readonly Rebuttal[] {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return []
  const { text, pictures } = value as { readonly text?: Json; readonly pictures?: Json }
  if (typeof text !== 'string') return []
  const names = Array.isArray(pictures) ? pictures.filter((each) => typeof each === 'string') : []
  return [{ text, pictures: names, by: person, at }]
}

function standingOf(
  question: DeterminationQuestion,
  decided: PathState | undefined,
  confirmed: PathState | undefined,
): Standing {
  if (decided === undefined) return { state: 'none' }
  const heads = decisionsIn(question, decided.heads, confirmed)
  const [first] = heads
  if (first === undefined) return { state: 'none' }
  if (decided.isConflict) return { state: 'contested', decisions: heads }
  // Equal heads agree: one of them confirmed is enough.
  const decision = heads.find(({ confirmedBy }) => confirmedBy !== null) ?? first
  if (decision.determination === null) return { state: 'taken_back', decision }
  return { state: decision.confirmedBy === null ? 'unconfirmed' : 'final', decision }
}

function decisionsIn(
  question: DeterminationQuestion,
  changes: readonly Change[] | undefined,
  confirmed: PathState | undefined,
): readonly Decision[] {
  return (changes ?? []).map(({ id, value, reason, person, at }) => ({
    id,
    question,
    determination: DETERMINATIONS.find((each) => each === value) ?? null,
    reason: reason ?? '',
    by: person,
    at,
    // Nobody confirms a decision of their own, under whatever spelling of the name.
    confirmedBy:
      confirmed?.history.find((each) => each.value === id && !isSameName(each.person, person))?.person ??
      null,
  }))
}
