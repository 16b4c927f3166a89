import type { CountyReport } from '../application/measures/reportCounty'
import type { Measure } from '../domain/programmes/assessment/measures/Measure'

/** The county's and the villages' parts of the document that `yihu assess --json` prints. */
export function countyParts(report: CountyReport | null): readonly string[] {
  const { measures = [], villages = [], indicators = [], verdict = null, besideSample = 0 } = report ?? {}
  return [
    `"villages":${JSON.stringify(villages)}`,
    `"measures":${JSON.stringify(measures.map(measure))}`,
    `"verdict":${JSON.stringify(verdict)}`,
    `"besideSample":${besideSample}`,
    `"indicators":${JSON.stringify(indicators)}`,
  ]
}

/** Households behind numerator and denominator are told by number, those that can still turn the result by id. */
function measure({ numeratorHouseholds, denominatorHouseholds, open, ...rest }: Measure): object {
  return {
    ...rest,
    numeratorHouseholds: numeratorHouseholds.length,
    denominatorHouseholds: denominatorHouseholds.length,
    open,
  }
}
