import * as v from 'valibot'
import type { Change } from '../../domain/changes/Change'
import { foldChanges } from '../../domain/changes/foldChanges'
import { countyVerdict } from '../../domain/programmes/assessment/measures/countyVerdict'
import {
  READINGS,
  type DenominatorReading,
  type Measure,
  type MeasureResult,
} from '../../domain/programmes/assessment/measures/Measure'
import { refusal, type Result } from '../../domain/shared/Result'
import { readFact } from '../facts/Fact'
import { PROJECT, PROJECT_FACTS, draftProjectFact } from '../facts/projectFacts'
import type { Author } from '../households/addFoundHousehold'
import type { ProjectStore } from '../store/ProjectStore'

/** Which reading of the omission rate decides. */
const FACT = PROJECT_FACTS.omissionReading

/** The result of a reading when it was chosen or rejected, on the determined basis. */
export interface ReadingResult {
  readonly omissionRate: number | null
  readonly omissionResult: MeasureResult
  readonly countyResult: MeasureResult
}

const result = v.custom<ReadingResult>(isObject)
const RESULTS = v.object({ interviewed: result, sampled_villages: result })

export type ReadingResults = Readonly<Record<DenominatorReading, ReadingResult>>

/** One choice of the reading, as it was made. */
export interface ReadingChoice {
  readonly reading: DenominatorReading
  readonly reason: string
  readonly by: string
  /** ISO instant. */
  readonly at: string
  /** The results of both readings then; null in projects of an earlier edition. */
  readonly results: ReadingResults | null
}

/**
 * Records which reading of the omission rate decides, and why, with the results of both at that time: whoever reads a change of
 * it later sees what it changed. Refused: `reading_reason_missing`.
 */
export async function decideReading(
  store: ProjectStore,
  reading: DenominatorReading,
  results: ReadingResults,
  author: Author & { readonly reason: string },
): Promise<Result<readonly Change[]>> {
  const reason = author.reason.trim()
  if (reason === '') return refusal('reading_reason_missing')
  return store.write([draftProjectFact(FACT, [], { reading, results }, { ...author, reason })])
}

/** The results of both readings by these measures, with so many suspicions open. */
export function readingResults(measures: readonly Measure[], openSuspicions: number): ReadingResults {
  const resultOf = (reading: DenominatorReading): ReadingResult => {
    const rate = measures.find(
      ({ name, basis, denominatorReading }) =>
        name === 'omission_rate' && basis === 'determined' && denominatorReading === reading,
    )
    return {
      omissionRate: rate?.value ?? null,
      omissionResult: rate?.result ?? 'undetermined',
      countyResult: countyVerdict(measures, reading, openSuspicions).result,
    }
  }
  return { interviewed: resultOf('interviewed'), sampled_villages: resultOf('sampled_villages') }
}

/** Every choice of the reading, oldest first. */
export async function readingChoicesOf(store: ProjectStore): Promise<readonly ReadingChoice[]> {
  const history = foldChanges(await store.changesOf('project', PROJECT)).get(FACT.path)?.history ?? []
  return history.flatMap((change) => {
    const { reason, person, at } = change
    const value = readFact(FACT, change)
    const reading = readingIn(value)
    if (reading === null) return []
    return [{ reading, reason: reason ?? '', by: person, at, results: resultsIn(value) }]
  })
}

/** The reading that a change's value names; earlier editions kept the name alone. */
export function readingIn(value: unknown): DenominatorReading | null {
  const named = isObject(value) ? value['reading'] : value
  return READINGS.find((each) => each === named) ?? null
}

function resultsIn(value: unknown): ReadingResults | null {
  const results = isObject(value) ? value['results'] : null
  return v.is(RESULTS, results) ? results : null
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
