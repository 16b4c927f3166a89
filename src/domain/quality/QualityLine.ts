/** The checks of `resources/quality/checks.json`. */
export const QUALITY_CHECKS = [
  'too_short',
  'overlapping',
  'same_id',
  'same_phone',
  'same_answers',
  'same_photo',
  'outlying_answers',
  'back_check_differs',
  'overridden',
] as const

export type QualityCheck = (typeof QUALITY_CHECKS)[number]

/** The threshold of each check, in its own unit. */
export type QualityThresholds = Readonly<Record<QualityCheck, number>>

/** Something that a lead should look at; no verdict on anybody. */
export interface QualityLine {
  readonly check: QualityCheck
  /** Interviews that it opens, by id. */
  readonly interviews: readonly string[]
  readonly households: readonly string[]
  readonly assessors: readonly string[]
  /** What was measured, in the check's unit. */
  readonly value: number
  /** What they share: an ID number, a phone, a photo's hash; for outliers the question and answer; reasons of overrides. */
  readonly about: string | null
}
