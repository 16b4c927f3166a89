import type { SourcesData, StandardsData, StandardsInForce } from '../../../domain/standards/Standards'
import type { FullIds } from '../../workbook/fullIds'
import type { GivenAreas } from '../CensusTally'

/** What a census workbook tells besides its households. */
export interface CensusFrame {
  /** What the project is called; left out where it has no name. */
  readonly title?: string
  readonly areas: GivenAreas
  readonly standards: StandardsInForce
  /** The whole edition, so that the values not in force can be seen beside those that are. */
  readonly edition: StandardsData
  readonly sources: SourcesData
  /** Who asked for ID numbers in full, oldest first. */
  readonly fullIdsAsked?: readonly FullIds[]
}
