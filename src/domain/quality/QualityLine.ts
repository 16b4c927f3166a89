/** The checks of `resources/quality/checks.json`. */
export const QUALITY_CHECKS = [
  'too_short',
  'overlapping',
  'same_id',
  'same_phone',
  'same_answers',
  'same_photo',
  'same_recording',
  'outlying_answers',
  'outlying_numbers',
  'back_check_differs',
  'overridden',
] as const

export type QualityCheck = (typeof QUALITY_CHECKS)[number]

/** What a threshold is counted in; a share is 0 to 1. */
export type QualityUnit = 'minutes' | 'households' | 'answers' | 'share' | 'warnings'

/** A check as its file has it. */
export interface QualityCheckData {
  readonly name: string
  /** As shipped, in the unit. */
  readonly threshold: number
  readonly unit: QualityUnit
  /** What the threshold means. */
  readonly text: { readonly 'zh-CN': string; readonly en: string }
}

/** The threshold of each check, in its own unit. */
export type QualityThresholds = Readonly<Record<QualityCheck, number>>

/** A household that a line is about, with its interview: null where it is on the list alone. */
export interface QualityEntry {
  readonly household: string
  readonly interview: string | null
  /** Empty without an interview. */
  readonly assessor: string
}

/** What the entries of a line share, or what is reported about them. */
export type QualityAbout =
  | { readonly kind: 'id_number' | 'phone' | 'photo' | 'recording'; readonly text: string }
  /** Shares of one answer: this assessor's, and that of all others. `value`: the answer as JSON text. */
  | {
      readonly kind: 'answer'
      readonly question: string
      readonly value: string
      readonly own: number
      readonly others: number
    }
  /** Medians of one number; `question` is `LEDGER_TOTAL` for the income ledger's sum in yuan. */
  | { readonly kind: 'number'; readonly question: string; readonly own: number; readonly others: number }
  | { readonly kind: 'compared'; readonly compared: number; readonly different: number }
  /** Warnings passed over, by the name of their check, with the written reasons. */
  | {
      readonly kind: 'warnings'
      readonly warnings: readonly { readonly check: string; readonly reason: string }[]
    }

/** In place of a question: all that the income ledger claims, costs taken off. */
export const LEDGER_TOTAL = 'ledger_total'

/** Something that a lead should look at; not a verdict. */
export interface QualityLine {
  readonly check: QualityCheck
  /** What it opens, `MOST_ENTRIES` at most. */
  readonly entries: readonly QualityEntry[]
  /** How many there are. */
  readonly count: number
  /** Whom it is about. */
  readonly assessors: readonly string[]
  /** What was measured, in the check's unit. */
  readonly value: number
  readonly about: QualityAbout | null
}

/** Nobody opens more than so many interviews from one line. */
const MOST_ENTRIES = 100

/** A line about these; the assessors are theirs. */
export function qualityLine(
  check: QualityCheck,
  entries: readonly QualityEntry[],
  value: number,
  about: QualityAbout | null = null,
): QualityLine {
  const assessors = [...new Set(entries.map(({ assessor }) => assessor))].filter((each) => each !== '')
  const shown = entries.slice(0, MOST_ENTRIES).map(({ household, interview, assessor }) => {
    return { household, interview, assessor }
  })
  return { check, entries: shown, count: entries.length, assessors, value, about }
}
