import type { Population } from '../../domain/programmes/census/tables/TableData'
import { percentText } from '../texts/percentText'

/**
 * A share as the tables show it: two decimals, of villages and counties one, as the bulletins have it. Rounded for the eye alone:
 * the shares of a table need not add to 100, and are never made to.
 */
export function shownShare(share: number | null, population: Population): string {
  return percentText(share, population === 'villages' || population === 'county' ? 1 : 2)
}
