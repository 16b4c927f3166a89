import type { SampleStratum } from '../../domain/sampling/DrawnSample'
import type { Sampling } from '../../domain/sampling/Sampling'
import type { SampleLog } from './SampleLog'

/** A household that was drawn, or stands by. */
export interface SampleMember {
  readonly role: 'sample' | 'reserve'
  readonly stratum: SampleStratum
  /** From 1, within its stratum and role. */
  readonly order: number
}

/** Drawn households and reserves of a log, by their keys. */
export function sampleMembers({ result }: SampleLog): ReadonlyMap<string, SampleMember> {
  const members = new Map<string, SampleMember>()
  for (const stratum of result.strata) {
    for (const [index, id] of stratum.drawn.entries())
      members.set(id, { role: 'sample', stratum, order: index + 1 })
    for (const [index, id] of stratum.reserves.entries())
      members.set(id, { role: 'reserve', stratum, order: index + 1 })
  }
  return members
}

/** Stands for nobody: interviewed besides the sample, and of no weight. */
export const NOT_DRAWN: Sampling = { weight: 0, stratum: 'not_drawn', cluster: null }
