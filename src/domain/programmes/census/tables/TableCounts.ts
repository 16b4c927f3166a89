import type { Interval } from '../../../estimates/Estimate'
import type { Population } from './TableData'

/** A table of one area, as it is told. Shares are as computed: whoever shows them rounds, and nothing makes them add to 1. */
export interface AreaTable {
  readonly id: string
  readonly population: Population
  readonly area: TableArea
  readonly rows: readonly CellCount[]
  /** Cases with an answer, which shares are of; of weighted counts their sum of weights. */
  readonly base: number
  /** Cases of the table without an answer; null where the table is of amounts. */
  readonly unanswered: number | null
}

export interface TableArea {
  readonly kind: 'county' | 'township' | 'village'
  /** Of a village as `villageOf` names it, of a township the beginning of that; null for the county. */
  readonly key: string | null
}

export const COUNTY: TableArea = { kind: 'county', key: null }

export interface CellCount {
  readonly code: string
  readonly column?: string
  /** Null where an amount was not given. */
  readonly count: number | null
  /** Null where nobody is in the base. */
  readonly share: number | null
  /** Cases that answered the row's own question, and those that did not, where each row has its own. */
  readonly base?: number
  readonly unanswered?: number
  /** Of the share, in a sampled county. */
  readonly interval?: Interval
}
