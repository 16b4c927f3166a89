import type { ChangeId } from '../../../changes/Change'
import type { SecondPersonWay } from '../../../team/SecondPeople'

/** Determinations of a suspicion. */
export const SUSPICION_DETERMINATIONS = ['wrong_exit', 'exit_confirmed', 'omission', 'no_omission'] as const

export type SuspicionDetermination = (typeof SUSPICION_DETERMINATIONS)[number]

/** Whether a household should ever have been registered: another question, which closes no suspicion. */
export const INCLUSION_DETERMINATIONS = ['wrong_inclusion', 'inclusion_confirmed'] as const

/** Every determination. */
export const DETERMINATIONS = [...SUSPICION_DETERMINATIONS, ...INCLUSION_DETERMINATIONS] as const

export type Determination = (typeof DETERMINATIONS)[number]

/** What is asked of a household: whether the suspicion is true; whether it should ever have been registered. */
export type DeterminationQuestion = 'suspicion' | 'inclusion'

/** Which question a determination answers. */
export function questionOf(determination: Determination): DeterminationQuestion {
  return INCLUSION_DETERMINATIONS.some((each) => each === determination) ? 'inclusion' : 'suspicion'
}

/** One decision, as somebody took it. */
export interface Decision {
  /** Id of the change that is the decision: a confirmation names it. */
  readonly id: ChangeId
  readonly question: DeterminationQuestion
  /** Null where an earlier decision is taken back. */
  readonly determination: Determination | null
  readonly reason: string
  readonly by: string
  /** ISO instant by the laptop's clock. */
  readonly at: string
  /** The second person; null while nobody has confirmed this very decision. */
  readonly confirmedBy: string | null
  /** How the confirmer was identified; null where nobody confirmed, or where this was not recorded yet. */
  readonly confirmedHow: SecondPersonWay | null
  /** Why they confirmed, where a reason was written: with several at once it is. */
  readonly confirmedReason: string | null
  /** Who confirmed it as well, and does not count: not of the project's people (`countsAsSecond`). */
  readonly uncounted: readonly string[]
}

/** How a question stands. Only `final` decides anything. */
export type Standing =
  | { readonly state: 'none' }
  | { readonly state: 'final'; readonly decision: Decision }
  | { readonly state: 'unconfirmed'; readonly decision: Decision }
  | { readonly state: 'taken_back'; readonly decision: Decision }
  /** Two people decided differently, neither having seen the other's decision. */
  | { readonly state: 'contested'; readonly decisions: readonly Decision[] }

/** The county's evidence against a suspicion, in its own words. */
export interface Rebuttal {
  readonly text: string
  /** Names of the attached pictures: see `AttachmentName`. */
  readonly pictures: readonly string[]
  readonly by: string
  readonly at: string
}

/** Everything people decided of one household. */
export interface HouseholdDeterminations {
  readonly household: string
  readonly suspicion: Standing
  readonly inclusion: Standing
  /** Where two laptops wrote one each, both; empty where the county sent none. */
  readonly rebuttals: readonly Rebuttal[]
  /** Every decision ever taken, oldest first. */
  readonly history: readonly Decision[]
}

/** The determination of a household's suspicion; null while it is open. */
export function finalSuspicion({ suspicion }: HouseholdDeterminations): SuspicionDetermination | null {
  if (suspicion.state !== 'final') return null
  return SUSPICION_DETERMINATIONS.find((each) => each === suspicion.decision.determination) ?? null
}

/** Whether it was finally determined that the household should never have been registered. */
export function isWrongInclusion({ inclusion }: HouseholdDeterminations): boolean {
  return inclusion.state === 'final' && inclusion.decision.determination === 'wrong_inclusion'
}
