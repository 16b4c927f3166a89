import type { Measure } from '../../../domain/programmes/assessment/measures/Measure'

/** The stretch of shares that a chart shows. */
export interface MeasureScale {
  readonly from: number
  readonly to: number
}

/** Air beside the outermost mark, as a share of the stretch. */
const AIR = 0.12

/** The stretch that shows every mark of these measures of one name; it ends at 0 and 100 % at the latest. */
export function measureScale(measures: readonly Measure[]): MeasureScale {
  const marks = measures.flatMap(({ value, low, high, best, worst, threshold }) =>
    [value, low, high, best, worst, threshold].filter((each) => each !== null),
  )
  const [least, most] = [Math.min(...marks), Math.max(...marks)]
  // Rates lie near 0 and are seen from there; recognition lies near 100 % and is seen from there.
  const isHigh = measures.some(({ threshold }) => threshold > 0.5)
  const air = ((isHigh ? 1 : most) - (isHigh ? least : 0)) * AIR
  return isHigh ? { from: Math.max(0, least - air), to: 1 } : { from: 0, to: Math.min(1, most + air) }
}

/** Where a share lies on the chart, in percent of its width. */
export function placeOn({ from, to }: MeasureScale, share: number): number {
  return (Math.min(Math.max(share - from, 0), to - from) / (to - from)) * 100
}
