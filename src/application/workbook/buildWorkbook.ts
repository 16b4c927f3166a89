import type { HouseholdDeterminations } from '../../domain/programmes/assessment/determination/Determination'
import type { Sampling } from '../../domain/programmes/assessment/measures/MeasuredHousehold'
import type { HouseholdAssessment } from '../assess/assessHousehold'
import type { Texts } from '../texts/Texts'
import { ReviewWorkbook } from './ReviewWorkbook'
import type { WorkbookFrame } from './WorkbookInput'
import type { WorkbookSheet } from './WorkbookSheet'

/** Everything the review workbook is made of, where all of it is at hand. */
export interface WorkbookInput extends WorkbookFrame {
  readonly assessments: readonly HouseholdAssessment[]
  /** What people decided, by household. */
  readonly determinations: ReadonlyMap<string, HouseholdDeterminations>
  /** How each household was drawn; left out where no sample was. */
  readonly samplingOf?: (assessment: HouseholdAssessment) => Sampling
  readonly isIdInFull: boolean
  readonly texts: Texts
}

/** The review workbook of assessments that are in memory together. */
export function buildWorkbook(input: WorkbookInput): readonly WorkbookSheet[] {
  const { assessments, determinations, samplingOf, isIdInFull, texts } = input
  const workbook = new ReviewWorkbook({ texts, isIdInFull, isSampled: samplingOf !== undefined })
  for (const assessment of assessments)
    workbook.add({
      assessment,
      determinations: determinations.get(assessment.household.id),
      sampling: samplingOf?.(assessment),
    })
  return workbook.sheets(input)
}
