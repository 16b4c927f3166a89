import type { Replacement } from '../../domain/fieldwork/Fieldwork'
import type { RosterAnswers } from '../roster/rosterAnswers'
import { type METHOD, type DrawnSample } from '../../domain/sampling/DrawnSample'
import { type GENERATOR } from '../../domain/sampling/randomStream'
import type { SamplingPlan } from '../../domain/sampling/SamplingPlan'
import type { SecondPersonWay } from '../../domain/team/SecondPeople'

export const LOG_FORMAT = 'yihu-sample'
export const LOG_VERSION = 1

/** Everything that is needed to draw a sample again, and what was drawn: see `docs/formats.md`. */
export interface SampleLog {
  readonly format: typeof LOG_FORMAT
  readonly version: typeof LOG_VERSION
  readonly method: typeof METHOD
  readonly generator: typeof GENERATOR
  readonly frame: FrameRecord
  /** People's answers about the list when it was read; left out where there was no question. */
  readonly answers?: RosterAnswers
  /** Rows of the list that were not taken, and that it was drawn from all the same; left out where every row was taken. */
  readonly rejected?: AcceptedRejects
  /** Who took whose place since; left out where nobody did. */
  readonly replacements?: readonly Replacement[]
  /** Drawn again after interviews had begun: who agreed, and what that lost; left out otherwise. */
  readonly redrawn?: Redrawn
  readonly plan: SamplingPlan
  readonly result: DrawnSample
}

export interface Redrawn {
  readonly confirmedBy: string
  /** How the person was identified; left out in logs from before this was recorded. */
  readonly how?: SecondPersonWay
  /** Households of the earlier sample with an interview; those of them that are no longer drawn. */
  readonly interviewed: number
  readonly lost: number
}

/** Somebody knew that the list has rows nobody could be drawn from. */
export interface AcceptedRejects {
  readonly rows: number
  readonly accepted: true
  /** Why; the terminal asks for none. */
  readonly reason: string | null
}

export interface FrameRecord {
  /** SHA-256 of the frame's households in the order of their keys: see `frameText`. */
  readonly hash: string
  readonly households: number
  /** What keys of households without a register number were made with; null where every household has one. */
  readonly salt: string | null
}
