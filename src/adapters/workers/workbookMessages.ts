import type { ReviewRequest, VillageWork } from '../../application/workbook/villageWork'

/** What the window tells the worker: what to judge by, village after village, then what to make of them. */
export type ToWorkbookWorker =
  | { readonly kind: 'begin'; readonly request: ReviewRequest }
  | { readonly kind: 'village'; readonly village: VillageWork }
  | { readonly kind: 'write' }
