import type { AnswerValue } from '../../domain/interview/Answers'
import type { PaperWords } from '../../domain/interview/paper'
import type { Evidence } from '../../domain/shared/Evidence'

/** `entry`: a paper form entered once more, by somebody else. It is compared with the first, and judges nothing. */
export const ROUNDS = ['first', 'verification', 'backcheck', 'entry'] as const

export type Round = (typeof ROUNDS)[number]

/** One valid line of an answers file (`docs/formats.md`). */
export interface AnswerRecord {
  readonly household: string
  /** Member id of the roster, or `new-1`, `new-2` … */
  readonly member: string | null
  /** Label that groups one ledger line's answers. */
  readonly line: string | null
  readonly question: string
  /** `null` takes an earlier answer back. */
  readonly value: AnswerValue | null
  readonly evidence: Evidence
  readonly round: Round
  /** ISO instant; null where the file has none. */
  readonly at: string | null
  /** Who asked; null where the file has none. */
  readonly by: string | null
  /** Why an earlier answer is corrected. */
  readonly reason?: string
  /** Hash of the ledger or the conclusion that it was given for (`agreedLedger.ts`). */
  readonly givenFor?: string
  /** It is about the ledger that was read aloud: whoever agreed to it had heard all of it. */
  readonly isHeard?: true
  /** The interview was taken on paper: with its outcome alone. */
  readonly paper?: PaperWords
  /** A note beside the question: then the line holds nothing else, and `value` is null. */
  readonly note?: string
}
