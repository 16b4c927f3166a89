import { ReviewWorkbook } from './ReviewWorkbook'
import type { ReviewedHousehold, ReviewTerms, WorkbookFrame } from './WorkbookInput'
import type { WorkbookSheet } from './WorkbookSheet'

/** Everything the review workbook is made of, where all of it is at hand. */
export interface WorkbookInput extends WorkbookFrame, ReviewTerms {
  readonly households: readonly ReviewedHousehold[]
}

/** The review workbook of households that are in memory together. */
export function buildWorkbook(input: WorkbookInput): readonly WorkbookSheet[] {
  const workbook = new ReviewWorkbook(input)
  for (const household of input.households) workbook.add(household)
  return workbook.sheets(input)
}
