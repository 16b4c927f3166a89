import type { Interval } from '../../domain/estimates/Estimate'
import type { Population } from '../../domain/programmes/census/tables/TableData'
import { percentText } from '../texts/percentText'
import { pointsText } from '../texts/pointsText'

type Bounds = Pick<Interval, 'low' | 'high'>

/**
 * A share as the tables show it: two decimals, of villages and counties one, as the bulletins have it. Rounded for the eye alone:
 * the shares of a table need not add to 100, and are never made to.
 */
export function shownShare(share: number | null, population: Population): string {
  return percentText(share, decimalsOf(population))
}

/** The interval of a share; null where the sample gives none: too few clusters were drawn to say. */
export function shownInterval({ low, high }: Bounds, population: Population): string | null {
  if (low === null || high === null) return null
  return `${shownShare(low, population)} – ${shownShare(high, population)}`
}

/** The difference of two shares in percentage points. */
export function shownPoints(difference: number | null, population: Population): string {
  return pointsText(difference, decimalsOf(population))
}

/** The interval of such a difference, as `low – high`; null where there is none. */
export function shownPointsInterval(interval: Bounds | null, population: Population): string | null {
  if (interval === null || interval.low === null || interval.high === null) return null
  return [interval.low, interval.high].map((each) => shownPoints(each, population)).join(' – ')
}

function decimalsOf(population: Population): 1 | 2 {
  return population === 'villages' || population === 'county' ? 1 : 2
}
