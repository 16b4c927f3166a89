import type { Determination } from '../../domain/determination/Determination'

/** One sound line of a determinations file (`docs/formats.md`). */
export interface DeterminationRecord {
  readonly household: string
  readonly determination: Determination
  readonly reason: string
  readonly by: string
  /** Null, or the same person as `by`: not final. */
  readonly confirmedBy: string | null
  /** 1-based line of the file. */
  readonly line: number
}
