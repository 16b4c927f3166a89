import type { CasesWanted, CensusRequest } from '../../application/census/CensusDesk'
import type { GivenAreas } from '../../application/census/CensusTally'
import type { VillageWork } from '../../application/workbook/villageWork'
import type { TableArea } from '../../domain/programmes/census/tables/TableCounts'

/** Messages to the census's worker: what to count with, village by village, then questions. `count`, `tables`, `figures` and `cases` are answered, in their order. */
export type ToCensusWorker =
  | { readonly kind: 'begin'; readonly request: CensusRequest }
  | { readonly kind: 'village'; readonly village: VillageWork }
  | { readonly kind: 'count'; readonly areas?: GivenAreas }
  | { readonly kind: 'tables'; readonly area: TableArea }
  | { readonly kind: 'figures' }
  | { readonly kind: 'cases'; readonly wanted: CasesWanted }
