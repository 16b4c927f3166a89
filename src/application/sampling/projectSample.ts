import { samplingIn } from '../../domain/sampling/DrawnSample'
import type { Sampling } from '../../domain/sampling/Sampling'
import { fieldworkOf } from '../households/fieldworkOf'
import type { ProjectStore } from '../store/ProjectStore'
import { sampleLogOf } from './sampleDraws'
import { NOT_DRAWN, sampleMembers, type SampleMember } from './sampleMembers'
import type { SampleLog } from './SampleLog'

/** The sample of a project as it stands after replacements. */
export interface ProjectSample {
  readonly log: SampleLog
  readonly members: ReadonlyMap<string, SampleMember>
  /** By the household that was replaced. */
  readonly replacedBy: ReadonlyMap<string, string>
  /** By the household that took a place. */
  readonly placeOf: ReadonlyMap<string, string>
}

/** The project's sample; null where none was drawn: its list came drawn, or is whole. */
export async function projectSampleOf(store: ProjectStore): Promise<ProjectSample | null> {
  const log = await sampleLogOf(store)
  if (log === null) return null
  const { replacements } = await fieldworkOf(store)
  return sampleOf({ ...log, ...(replacements.length > 0 && { replacements }) })
}

/** The sample of a log, after the replacements that the log names. */
export function sampleOf(log: SampleLog): ProjectSample {
  const { replacements = [] } = log
  return {
    log,
    members: sampleMembers(log),
    replacedBy: new Map(replacements.map(({ replaced, replacement }) => [replaced, replacement])),
    placeOf: new Map(replacements.map(({ replaced, replacement }) => [replacement, replaced])),
  }
}

/** The place in the sample that a household holds, its own or one it took over; undefined for anybody else. */
export function placeIn(sample: ProjectSample, household: string): SampleMember | undefined {
  const seen = new Set<string>()
  let at = household
  for (;;) {
    const member = sample.members.get(at)
    // Its own place comes before one that it took in an earlier draw.
    if (member?.role === 'sample') return member
    const before = sample.placeOf.get(at)
    if (before === undefined || seen.has(at)) return undefined
    seen.add(at)
    at = before
  }
}

/** Reserves that may take the household's place, in their order: those of its stratum that took none yet. */
export function reservesFor(sample: ProjectSample, household: string): readonly string[] {
  const place = placeIn(sample, household)
  return place === undefined ? [] : place.stratum.reserves.filter((id) => !sample.placeOf.has(id))
}

/**
 * What the project's households count for, by their keys. Whoever holds a place has its stratum's weight; the replaced, and
 * whoever is missing here, count for nothing (`NOT_DRAWN`). Null where no sample was drawn: everybody counts alike.
 */
export async function samplingsOf(store: ProjectStore): Promise<ReadonlyMap<string, Sampling> | null> {
  const sample = await projectSampleOf(store)
  return sample === null ? null : samplingsIn(sample)
}

/** The same of a sample at hand. */
export function samplingsIn(sample: ProjectSample): ReadonlyMap<string, Sampling> {
  const samplings = new Map<string, Sampling>()
  for (const id of [...sample.members.keys(), ...sample.placeOf.keys()]) {
    const place = placeIn(sample, id)
    if (place !== undefined && !sample.replacedBy.has(id)) samplings.set(id, samplingIn(place.stratum))
  }
  return samplings
}

/** The sampling of a household for the measures: see `samplingsOf`. */
export function samplingFrom(samplings: ReadonlyMap<string, Sampling>, household: string): Sampling {
  return samplings.get(household) ?? NOT_DRAWN
}
