import type { FormsJob } from '../../application/forms/FormsJob'
import type { VillageWork } from '../../application/workbook/villageWork'

/** Messages to the worker: what is wanted, village after village, then that there are no more. */
export type ToFormsWorker =
  | { readonly kind: 'begin'; readonly job: FormsJob }
  | { readonly kind: 'village'; readonly village: VillageWork }
  | { readonly kind: 'write' }
