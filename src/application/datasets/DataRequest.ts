import type { ReviewRequest } from '../workbook/villageWork'

/** Formats that records go out in: tables, or the lines of an answers file. */
export const DATA_FORMATS = ['csv', 'dta', 'sav', 'jsonl'] as const

export type DataFormat = (typeof DATA_FORMATS)[number]

/** What files of data are made with, besides the households. */
export interface DataRequest extends ReviewRequest {
  readonly format: DataFormat
  /** In words, which households; empty: all. */
  readonly scope: readonly string[]
  /** Of `jsonl`: files beside the answers and determinations, whole, by their names. */
  readonly beside: readonly { readonly name: string; readonly text: string }[]
  /** Instant of the writing. */
  readonly at: string
}
