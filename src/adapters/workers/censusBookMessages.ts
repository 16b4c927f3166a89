import type { CensusBookRequest } from '../../application/census/workbook/CensusBookRequest'
import type { VillageWork } from '../../application/workbook/villageWork'

/** Messages to the worker: what to count with, village after village, then the workbook to write. */
export type ToCensusBookWorker =
  | { readonly kind: 'begin'; readonly request: CensusBookRequest }
  | { readonly kind: 'village'; readonly village: VillageWork }
  | { readonly kind: 'write' }
