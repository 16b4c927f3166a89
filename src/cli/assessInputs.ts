import { basename } from 'node:path'
import { villageOf } from '../application/adoptRoster'
import type { HouseholdAssessment } from '../application/assess/assessHousehold'
import {
  readDeterminationLines,
  standingSuspicions,
} from '../application/determination/readDeterminationLines'
import { writeDeterminations } from '../application/determination/writeDeterminations'
import type { Author } from '../application/households/addFoundHousehold'
import { parseFieldwork, type FieldworkFile } from '../application/households/FieldworkFile'
import { parseTotalsText } from '../application/measures/parseTotals'
import { parseSampleLogText } from '../application/sampling/parseSampleLog'
import { sampleOf, samplingFrom, samplingsIn } from '../application/sampling/projectSample'
import type { SampleLog } from '../application/sampling/SampleLog'
import { addPerson } from '../application/store/addPerson'
import type { ProjectStore } from '../application/store/ProjectStore'
import { SECOND_LOOK, secondLookValue } from '../domain/programmes/assessment/determination/SecondLook'
import type { CountyTotals } from '../domain/programmes/assessment/measures/CountyTotals'
import { DRAWN_ALIKE, type Sampling } from '../domain/programmes/assessment/measures/MeasuredHousehold'
import type { RosterHousehold } from '../domain/roster/Roster'
import type { Problem } from '../domain/shared/Problem'
import { success, type Result } from '../domain/shared/Result'
import type { AssessUsage } from './assessUsage'
import { readText } from './readText'

/** The totals of `--totals`. */
export async function readTotalsFile(path: string): Promise<Result<CountyTotals>> {
  const text = await readText(path)
  return text.ok ? parseTotalsText(text.value, basename(path)) : text
}

/** Writes which cleared suspicions stand by `--determinations`, if there is one: before the households are judged. */
export async function takeStandingSuspicions(
  store: ProjectStore,
  { determinations }: AssessUsage,
  author: Author,
): Promise<Result<null>> {
  if (determinations === null) return success(null)
  const text = await readText(determinations)
  if (!text.ok) return text
  for (const { household, reason, by } of standingSuspicions(text.value.split(/\r\n|[\r\n]/))) {
    const added = await addPerson(store, { id: by, name: by, enteredBy: author.person, at: author.at })
    if (!added.ok) return added
    const value = secondLookValue({ agrees: false, of: null, how: null })
    const said = { entity: 'household', entityId: household, path: SECOND_LOOK } as const
    const written = await store.write([{ ...said, value, reason, person: by, at: author.at }])
    if (!written.ok) return written
  }
  return success(null)
}

/** Writes the decisions of `--determinations`, if there is one; returns the warnings. */
export async function takeDeterminations(
  store: ProjectStore,
  assessments: readonly HouseholdAssessment[],
  { determinations }: AssessUsage,
  author: Author,
): Promise<Result<readonly Problem[]>> {
  if (determinations === null) return success([])
  const judged = new Map(
    assessments.map(({ household, judgement }) => [
      household.id,
      { status: household.status, conclusion: judgement.conclusion },
    ]),
  )
  const text = await readText(determinations)
  if (!text.ok) return text
  const lines = text.value.split(/\r\n|[\r\n]/)
  const read = readDeterminationLines(lines, basename(determinations), judged)
  if (!read.ok) return read
  const written = await writeDeterminations(store, read.value.records, judged, author)
  return written.ok ? success(read.value.problems) : written
}

/** The fieldwork of `--fieldwork`; none without it. Refused: see `parseFieldwork`. */
export async function readFieldworkFile(
  roster: readonly RosterHousehold[],
  { fieldwork }: AssessUsage,
): Promise<Result<FieldworkFile>> {
  if (fieldwork === null) return success({ found: [], moves: [] })
  const text = await readText(fieldwork)
  return text.ok ? parseFieldwork(text.value, basename(fieldwork), roster) : text
}

/** A salt that is another than the log's gives other keys than the log has. */
export function saltProblems(
  log: SampleLog | null,
  { salt, sample }: Pick<AssessUsage, 'salt' | 'sample'>,
): readonly Problem[] {
  const ofLog = log?.frame.salt ?? null
  if (salt === null || ofLog === null || salt === ofLog) return []
  const place = { file: basename(sample ?? '') }
  return [{ code: 'salt_differs_from_log', severity: 'error', place, value: salt }]
}

/** How the households were drawn. */
export interface DrawnHouseholds {
  readonly samplingOf: (assessment: HouseholdAssessment) => Sampling
  readonly problems: readonly Problem[]
}

/** The log of `--sample`, if there is one. Refused: see `parseSampleLog`. */
export async function readSampleFile({ sample }: AssessUsage): Promise<Result<SampleLog | null>> {
  if (sample === null) return success(null)
  const text = await readText(sample)
  return text.ok ? parseSampleLogText(text.value, basename(sample)) : text
}

/** How the households were drawn, as the log or `--drawn` says. */
export function drawnBy(
  log: SampleLog | null,
  { areVillagesDrawn, sample }: AssessUsage,
  households: readonly RosterHousehold[],
): DrawnHouseholds {
  if (log === null)
    return {
      samplingOf: ({ household }) =>
        areVillagesDrawn ? { ...DRAWN_ALIKE, cluster: villageOf(household) } : DRAWN_ALIKE,
      problems: [],
    }
  const drawn = sampleOf(log)
  const samplings = samplingsIn(drawn)
  const strangers = households.filter(({ id }) => !drawn.members.has(id)).length
  return {
    samplingOf: ({ household }) => samplingFrom(samplings, household.id),
    problems: strangers === 0 ? [] : [notDrawn(strangers, basename(sample ?? ''))],
  }
}

function notDrawn(count: number, file: string): Problem {
  return { code: 'sample_household_not_drawn', severity: 'warning', place: { file }, value: String(count) }
}
