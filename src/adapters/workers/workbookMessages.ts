import type { ReviewRequest, VillageWork } from '../../application/workbook/villageWork'

/** Messages to the worker: the rules, village after village, then the workbook to write. */
export type ToWorkbookWorker =
  | { readonly kind: 'begin'; readonly request: ReviewRequest }
  | { readonly kind: 'village'; readonly village: VillageWork }
  | { readonly kind: 'write' }
