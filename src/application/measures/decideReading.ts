import type { Change } from '../../domain/changes/Change'
import { foldChanges } from '../../domain/changes/foldChanges'
import { countyVerdict } from '../../domain/programmes/assessment/measures/countyVerdict'
import {
  READINGS,
  type DenominatorReading,
  type Measure,
  type MeasureResult,
} from '../../domain/programmes/assessment/measures/Measure'
import type { Json } from '../../domain/shared/Json'
import { refusal, type Result } from '../../domain/shared/Result'
import { PROJECT } from '../adoptRoster'
import type { Author } from '../households/addFoundHousehold'
import type { ProjectStore } from '../store/ProjectStore'

/** Path of the project's change that says which reading of the omission rate decides. */
export const READING = 'omission_reading'

/** What a reading came to when it was chosen, or left: by the determined basis. */
export interface ReadingResult {
  readonly omissionRate: number | null
  readonly omissionResult: MeasureResult
  readonly countyResult: MeasureResult
}

export type ReadingResults = Readonly<Record<DenominatorReading, ReadingResult>>

/** One choice of the reading, as it was made. */
export interface ReadingChoice {
  readonly reading: DenominatorReading
  readonly reason: string
  readonly by: string
  /** ISO instant. */
  readonly at: string
  /** What both readings came to then; null in projects of an earlier edition. */
  readonly results: ReadingResults | null
}

/**
 * Records which reading of the omission rate decides, and why, with what both came to at that time: whoever reads a change of
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
  const value = { reading, results } as unknown as Json
  return store.write([{ entity: 'project', entityId: PROJECT, path: READING, value, ...author, reason }])
}

/** What both readings come to by these measures, with so many suspicions open. */
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
  const history = foldChanges(await store.changesOf('project', PROJECT)).get(READING)?.history ?? []
  return history.flatMap(({ value, reason, person, at }) => {
    const reading = readingIn(value)
    if (reading === null) return []
    return [{ reading, reason: reason ?? '', by: person, at, results: resultsIn(value) }]
  })
}

/** The reading that a change's value names; earlier editions kept the name alone. */
export function readingIn(value: Json): DenominatorReading | null {
  const named = isObject(value) ? value['reading'] : value
  return READINGS.find((each) => each === named) ?? null
}

function resultsIn(value: Json): ReadingResults | null {
  const results = isObject(value) ? value['results'] : null
  return isObject(results) && READINGS.every((each) => isObject(results[each]))
    ? (results as unknown as ReadingResults)
    : null
}

function isObject(value: Json | undefined): value is { readonly [name: string]: Json } {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
