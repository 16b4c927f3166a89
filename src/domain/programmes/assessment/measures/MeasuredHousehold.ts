import type { Conclusion } from '../conclusion/Conclusion'
import type { SuspicionDetermination } from '../determination/Determination'
import type { FlagName, MonitoringName } from '../flags/Flag'
import type { RegisterStatus } from '../../../roster/Roster'
import type { Sampling } from '../../../sampling/Sampling'

/** All that the county's and the villages' measures need of a household: small enough to hold 100,000 of. */
export interface MeasuredHousehold {
  readonly id: string
  /** See `villageOf`. */
  readonly village: string
  readonly status: RegisterStatus | null
  readonly conclusion: Conclusion
  /** Chosen `visit_outcome`; null where nobody went, or nothing was chosen. Interviewed is `completed`, nothing else. */
  readonly outcome: string | null
  /** Members who have not left or died. */
  readonly persons: number
  readonly registryIncome: number | null
  /** The household's answers to the four items; null where it was not asked or answered none. */
  readonly recognises: boolean | null
  /** The same of help and cadres alone. */
  readonly isSatisfied: boolean | null
  readonly flags: readonly FlagName[]
  readonly monitoring: readonly MonitoringName[]
  /** The determination of the suspicion; null while there is none. */
  readonly determined: SuspicionDetermination | null
  readonly isWrongInclusion: boolean
  readonly sampling: Sampling
}

/** Whether a household is of the sample in force; everybody is where none was drawn. */
export function isInSample({ sampling }: Pick<MeasuredHousehold, 'sampling'>): boolean {
  return sampling.weight > 0
}

/** Interviewed to completion: nothing else is counted as interviewed. */
export function isInterviewed({ outcome }: Pick<MeasuredHousehold, 'outcome'>): boolean {
  return outcome === 'completed'
}

/** Its `visit_outcome`; without one `none` (nobody went yet), or `not_drawn`: nobody has to go there. */
export function outcomeOf({ outcome, sampling }: Pick<MeasuredHousehold, 'outcome' | 'sampling'>): string {
  return outcome ?? (isInSample({ sampling }) ? 'none' : 'not_drawn')
}
