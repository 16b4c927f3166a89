import type { DataRequest } from '../../application/datasets/DataRequest'
import type { VillageWork } from '../../application/workbook/villageWork'

/** Messages to the worker: what to write, village after village, of `jsonl` the lines of its answers, then the order to write. */
export type ToDataWorker =
  | { readonly kind: 'begin'; readonly request: DataRequest }
  | { readonly kind: 'village'; readonly village: VillageWork }
  | { readonly kind: 'answers'; readonly lines: string }
  | { readonly kind: 'write' }
