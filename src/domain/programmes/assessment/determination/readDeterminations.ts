import type { Change } from '../../../changes/Change'
import type { EntityState, PathState } from '../../../changes/foldChanges'
import { isSameName } from '../../../shared/isSameName'
import type { Json } from '../../../shared/Json'
import { countsAsSecond, type SecondPeople } from '../../../team/SecondPeople'
import { parseConfirmation, type Confirmation } from './Confirmation'
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

/** Path of the confirmations, each of one decision (`Confirmation`), so that a revision needs a new one. */
export function confirmationPath(question: DeterminationQuestion): string {
  return `${decisionPath(question)}/confirmed`
}

/** What a change confirms; null where it confirms nothing. */
export function confirmationIn({
  entity,
  path,
  value,
}: Pick<Change, 'entity' | 'path' | 'value'>): Confirmation | null {
  const isOne = path === confirmationPath('suspicion') || path === confirmationPath('inclusion')
  return entity === 'household' && isOne ? parseConfirmation(value) : null
}

/** The determinations in a household's own changes, confirmed by these people; undefined where there never was one. */
export function readDeterminations(
  household: string,
  state: EntityState,
  people: SecondPeople,
): HouseholdDeterminations | undefined {
  const suspicion = state.get(decisionPath('suspicion'))
  const inclusion = state.get(decisionPath('inclusion'))
  const rebuttal = state.get(REBUTTAL)
  if (suspicion === undefined && inclusion === undefined && rebuttal === undefined) return undefined
  const confirmed = {
    suspicion: confirmationsIn(state.get(confirmationPath('suspicion')), people),
    inclusion: confirmationsIn(state.get(confirmationPath('inclusion')), people),
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

/** A confirmation with who gave it, and whether theirs counts. */
interface Confirmed extends Confirmation {
  readonly person: string
  readonly reason: string | null
  readonly counts: boolean
}

function confirmationsIn(said: PathState | undefined, people: SecondPeople): readonly Confirmed[] {
  return (said?.history ?? []).flatMap((change) => {
    const confirmation = parseConfirmation(change.value)
    if (confirmation === null) return []
    const { person, reason = null } = change
    return [{ ...confirmation, person, reason, counts: countsAsSecond(people, change, confirmation.how) }]
  })
}

/** The value of a rebuttal's change; nothing where it is not of this shape. */
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
  confirmed: readonly Confirmed[],
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
  confirmed: readonly Confirmed[],
): readonly Decision[] {
  return (changes ?? []).map(({ id, value, reason, person, at }) => {
    // Nobody confirms a decision of their own, under whatever spelling of the name.
    const own = confirmed.filter((each) => each.decision === id && !isSameName(each.person, person))
    const counted = own.find(({ counts }) => counts)
    return {
      id,
      question,
      determination: DETERMINATIONS.find((each) => each === value) ?? null,
      reason: reason ?? '',
      by: person,
      at,
      confirmedBy: counted?.person ?? null,
      confirmedHow: counted?.how ?? null,
      confirmedReason: counted?.reason ?? null,
      uncounted: own.flatMap((each) => (each.counts ? [] : [each.person])),
    }
  })
}
