import type { CountyReport, CountyRequest } from '../../application/measures/reportCounty'
import type { MeasuredHousehold } from '../../domain/programmes/assessment/measures/MeasuredHousehold'

/** Messages to the worker: households, portion by portion, then the report to compute. */
export type ToCountyWorker =
  | { readonly kind: 'households'; readonly households: readonly MeasuredHousehold[] }
  | { readonly kind: 'report'; readonly request: CountyRequest }

/** The lists of households behind a measure. */
export const LISTS = ['numeratorHouseholds', 'denominatorHouseholds', 'open'] as const

/** The report, its lists of households as places among those sent: 100,000 ids a list would hold up the window. */
export interface PackedReport {
  /** With empty lists. */
  readonly report: CountyReport
  /** In the order of the measures, three each: see `LISTS`. */
  readonly lists: readonly Uint32Array[]
}
