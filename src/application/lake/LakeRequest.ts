import type { ProjectSettings } from '../project/ProjectSettings'
import type { SampleLog } from '../sampling/SampleLog'
import type { FullIds } from '../workbook/fullIds'
import type { LakeInputs } from './LakeInputs'

/** What a project's partition of a lake is made with besides its villages, as plain data that a worker can be handed. */
export interface LakeRequest {
  readonly settings: ProjectSettings
  readonly inputs: LakeInputs
  /** The draw in force; null where everybody is asked. */
  readonly sample: SampleLog | null
  /** See `lakeKeys`. */
  readonly matchSalt: string | null
  /** Who asks for names and numbers in full; null: they stay out. */
  readonly fullIds: FullIds | null
  /** ISO instant at which the export began. */
  readonly begun: string
}
