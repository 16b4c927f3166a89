import type { DenominatorReading, Measure, MeasureName, MeasureResult } from './Measure'
import { MEASURES } from './Measure'

export interface CountyVerdict {
  /** Reached: the county meets all four measures. One not reached: it does not exit. Neither while a suspicion is open. */
  readonly result: MeasureResult
  /** Which reading of the omission rate decides; null while the project has not recorded one. */
  readonly reading: DenominatorReading | null
  readonly measures: Readonly<Record<MeasureName, MeasureResult>>
}

/**
 * The county's verdict, by the determined basis. While no reading is recorded, one counts only where both agree. A county with
 * `openSuspicions` has no final verdict, whatever its measures say.
 */
export function countyVerdict(
  measures: readonly Measure[],
  reading: DenominatorReading | null,
  openSuspicions: number,
): CountyVerdict {
  const results = Object.fromEntries(
    MEASURES.map((name) => {
      const found = measures.filter(
        (each) =>
          each.name === name &&
          each.basis !== 'suspected' &&
          (reading === null || each.denominatorReading === null || each.denominatorReading === reading),
      )
      const [first] = found
      const isAgreed = found.every(({ result }) => result === first?.result)
      return [name, first !== undefined && isAgreed ? first.result : 'undetermined']
    }),
  ) as CountyVerdict['measures']
  const result = openSuspicions > 0 ? 'undetermined' : resultOf(Object.values(results))
  return { result, reading, measures: results }
}

function resultOf(results: readonly MeasureResult[]): MeasureResult {
  if (results.includes('not_reached')) return 'not_reached'
  return results.includes('undetermined') ? 'undetermined' : 'reached'
}
