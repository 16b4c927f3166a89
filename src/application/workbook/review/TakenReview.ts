import type { ChangeId } from '../../../domain/changes/Change'
import type { Determination } from '../../../domain/programmes/assessment/determination/Determination'
import type { Problem } from '../../../domain/shared/Problem'
import type { CellPlace, ChangedCell } from './ReturnedWorkbook'
import type { RowState } from './reviewFormat'

/** What of a returned workbook is taken, and what is not. With an error among the problems nothing is. */
export interface TakenReview {
  /** Null where the workbook names nobody. */
  readonly reviewer: string | null
  readonly confirmer: string | null
  readonly decisions: readonly TakenDecision[]
  /** How many decisions stand already just as they are written: nothing is added. */
  readonly standing: number
  readonly conflicts: readonly ReviewConflict[]
  /** Other cells changed by hand. */
  readonly ignored: readonly ChangedCell[]
  readonly questions: readonly ReviewQuestion[]
  /** Proposals of a census workbook about households that stand otherwise than when it was written. */
  readonly outdated: readonly OutdatedQuestion[]
  readonly problems: readonly Problem[]
}

export const NOTHING_TAKEN: TakenReview = {
  reviewer: null,
  confirmer: null,
  decisions: [],
  standing: 0,
  conflicts: [],
  ignored: [],
  questions: [],
  outdated: [],
  problems: [],
}

export interface ReviewedDecision {
  readonly household: string
  readonly determination: Determination
  readonly reason: string
  readonly by: string
  /** Null where the workbook names no confirmer. */
  readonly confirmedBy: string | null
}

export interface TakenDecision extends CellPlace {
  readonly record: ReviewedDecision
  /** The decision that stands already just so, and only lacks this confirmer; null for one to be written. */
  readonly confirms: ChangeId | null
}

/** A decision on a household that stands otherwise than when the workbook was written. */
export interface ReviewConflict extends CellPlace {
  readonly said: ReviewedDecision
  /** Null where the household is not on the list any more, or another one has its number. */
  readonly now: RowState | null
}

/** A value that the reviewer proposes: asked of the assessor, never taken for an answer. */
export interface ReviewQuestion extends CellPlace {
  readonly household: string
  /** Which question of the interview, as the workbook names it. */
  readonly path: string
  /** The name of the person it is about, as somebody wrote it in a census workbook. */
  readonly member?: string
  readonly value: string
  readonly reason: string
  readonly by: string
}

export interface OutdatedQuestion {
  readonly said: ReviewQuestion
  /** The household is not on the list any more, or another one has its number; otherwise its answers are others. */
  readonly isGone: boolean
}
