import type { CountyStages } from '../../domain/programmes/assessment/determination/CountyStages'
import type { ReviewRequest } from '../workbook/villageWork'
import type { ChosenForm } from './ChosenForm'
import type { FormSheet } from './FormPage'
import type { FormScope } from './FormScope'

/** Forms that a worker is to make of a project: plain data. */
export interface FormsJob extends ReviewRequest {
  readonly forms: readonly ChosenForm[]
  readonly scope: FormScope
  readonly stages: CountyStages
  /** Workbooks to be saved, or sheets to be printed. */
  readonly as: 'files' | 'sheets'
}

/** What came of it; of the two, one is empty. */
export interface MadeForms {
  /** The bytes of .xlsx files, each with no more sheets than a file should have. */
  readonly files: readonly Uint8Array[]
  readonly sheets: readonly FormSheet[]
}
