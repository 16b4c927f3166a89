import { foldChanges, type EntityState } from '../../domain/changes/foldChanges'
import { PROJECT, PROJECT_FACTS } from '../facts/projectFacts'
import type { ProjectStore } from '../store/ProjectStore'
import { parseSampleLog } from './parseSampleLog'
import type { SampleLog } from './SampleLog'

/** Path of the change that holds the log of the sample in use. */
const SAMPLE = PROJECT_FACTS.sample.path

/** The draw in force, with who made it and when. */
export interface SampleDraw {
  readonly log: SampleLog
  readonly person: string
  readonly at: string
  /** Whether another list has come into use since. */
  readonly isListNewer: boolean
}

/** The project's draw; null where none was made, or where two laptops made different ones. */
export async function sampleDrawOf(store: ProjectStore): Promise<SampleDraw | null> {
  const project = foldChanges(await store.changesOf('project', PROJECT))
  const log = sampleIn(project)
  const said = project.get(SAMPLE)
  if (log === null || said === undefined || said.isConflict) return null
  const { person, at, lamport } = said.head
  const list = project.get(PROJECT_FACTS.roster.path)?.heads.at(-1)
  return { log, person, at, isListNewer: list !== undefined && list.lamport > lamport }
}

/** One of all draws that were ever made. */
export interface RecordedDraw {
  readonly log: SampleLog
  /** Who drew, and when; null where only a log's file is known. */
  readonly person: string | null
  readonly at: string | null
  /** Why it was drawn again; empty for the first. */
  readonly reason: string
  readonly isInForce: boolean
}

/** Every draw that was ever made, oldest first; those of one project that its laptops made apart too. */
export async function sampleDrawsOf(store: ProjectStore): Promise<readonly RecordedDraw[]> {
  const said = foldChanges(await store.changesOf('project', PROJECT)).get(SAMPLE)
  if (said === undefined) return []
  return said.history.flatMap(({ id, value, person, at, reason = '' }) => {
    const parsed = parseSampleLog(value)
    const isInForce = !said.isConflict && id === said.head.id
    return parsed.ok ? [{ log: parsed.value, person, at, reason, isInForce }] : []
  })
}

/** How many of the households that a log drew are among those interviewed to completion. */
export function interviewedOf({ result }: SampleLog, completed: ReadonlySet<string>): number {
  return result.strata.reduce((sum, { drawn }) => sum + drawn.filter((id) => completed.has(id)).length, 0)
}

/** The same from the project's changes at hand, folded. */
export function sampleIn(project: EntityState): SampleLog | null {
  const said = project.get(SAMPLE)
  const parsed = said === undefined || said.isConflict ? null : parseSampleLog(said.value)
  return parsed?.ok === true ? parsed.value : null
}

/** The log of the project's sample; null as `sampleDrawOf` has it. */
export async function sampleLogOf(store: ProjectStore): Promise<SampleLog | null> {
  return (await sampleDrawOf(store))?.log ?? null
}
