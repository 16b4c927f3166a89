import type { DenominatorReading, Measure, MeasureName, MeasureResult } from './Measure'
import { MEASURES } from './Measure'

export interface CountyVerdict {
  /** Reached: the county meets all four measures. One not reached: it does not exit. */
  readonly result: MeasureResult
  /** Which reading of the omission rate decides; null while the project has not recorded one. */
  readonly reading: DenominatorReading | null
  readonly measures: Readonly<Record<MeasureName, MeasureResult>>
}

/** The county's verdict, by the determined basis. While no reading is recorded, one counts only where both agree. */
export function countyVerdict(
  measures: readonly Measure[],
  reading: DenominatorReading | null,
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
  const all = Object.values(results)
  const result = all.includes('not_reached')
    ? 'not_reached'
    : all.includes('undetermined')
      ? 'undetermined'
      : 'reached'
  return { result, reading, measures: results }
}
