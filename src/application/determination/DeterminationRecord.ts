import type { Determination } from '../../domain/programmes/assessment/determination/Determination'
import type { SecondPersonWay } from '../../domain/team/SecondPeople'

/** In a determinations file: a second person does not agree that a suspicion is cleared. It closes nothing. */
export const SUSPICION_STANDS = 'suspicion_stands'

/** One valid line of a determinations file (`docs/formats.md`). */
export interface DeterminationRecord {
  readonly household: string
  readonly determination: Determination | typeof SUSPICION_STANDS
  readonly reason: string
  readonly by: string
  /** Null, or the same person as `by`: not final. */
  readonly confirmedBy: string | null
  /** How the second person was identified; null where the line does not give it. */
  readonly confirmedHow: SecondPersonWay | null
  /** 1-based line of the file. */
  readonly line: number
}
