import {
  isInSample,
  isInterviewed,
  type MeasuredHousehold,
} from '../../domain/programmes/assessment/measures/MeasuredHousehold'
import { isInPart } from '../../domain/programmes/assessment/measures/villageParts'
import type { CountyFacts, CountyReport } from './reportCounty'

/** What still stands between a county and its final verdict. */
export interface OpenMatters {
  /** Households with a suspicion that nobody has finally decided. */
  readonly suspicions: readonly string[]
  /** Exited or unregistered households whose interview leaves the question open. */
  readonly toVerify: readonly string[]
  readonly isTotalsMissing: boolean
  /** The two readings of the omission rate lead to different results, and none is chosen. */
  readonly isReadingMissing: boolean
}

/** What is open of a county by these households: a county with open suspicions has no final verdict. */
export function openMatters(
  households: readonly MeasuredHousehold[],
  { measures, totals }: CountyReport,
  { reading }: Pick<CountyFacts, 'reading'>,
): OpenMatters {
  const interviewed = households.filter((each) => isInterviewed(each) && isInSample(each))
  const ids = (wanted: (each: MeasuredHousehold) => boolean): readonly string[] =>
    interviewed.filter(wanted).map(({ id }) => id)
  const ofOmissions = measures.filter(({ basis, denominatorReading }) => {
    return basis === 'determined' && denominatorReading !== null
  })
  return {
    suspicions: ids((each) => isInPart(each, { by: 'suspicionsOpen' })),
    toVerify: ids(
      ({ conclusion, status }) =>
        conclusion === 'to_verify' && (status === 'exited' || status === 'unregistered'),
    ),
    isTotalsMissing: totals === null,
    isReadingMissing:
      reading === null &&
      ofOmissions.some(({ name, result }) =>
        ofOmissions.some((other) => other.name === name && other.result !== result),
      ),
  }
}
