import type { FullIds } from '../../workbook/fullIds'
import type { Language } from '../../texts/Texts'
import type { CensusRequest } from '../CensusDesk'

/** What the census workbook is made with besides the villages, as plain data that a worker can be handed. */
export interface CensusBookRequest extends CensusRequest {
  readonly language: Language
  readonly title: string
  readonly isIdInFull: boolean
  readonly fullIdsAsked: readonly FullIds[]
}
