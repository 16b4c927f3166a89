import { digest } from '../../../domain/shared/digest'
import type { WorkbookFrame } from '../WorkbookInput'
import type { FigureRow } from './FigureRow'
import { REVIEW_FORMAT } from './reviewFormat'

/** What a review workbook says of itself. */
export interface ReviewMark {
  readonly format: string
  /** See `projectMark`. */
  readonly project: string
  /** Hash of everything that the figures come from: the same records give the same, whoever writes the workbook. */
  readonly state: string
  readonly asOf: string
}

export function reviewMark(
  rows: readonly FigureRow[],
  project: string,
  { report, standards }: Pick<WorkbookFrame, 'report' | 'standards'>,
): ReviewMark {
  const { asOf, edition, incomeWindow, region } = standards
  const parameters = [...standards.parameters.values()].map(({ name, value }) => [name, value])
  const households = rows.map((row) => [row.fingerprint, row.measured])
  const state = digest(
    JSON.stringify([
      asOf,
      edition,
      incomeWindow,
      region,
      parameters,
      report.totals,
      report.verdict.reading,
      households,
    ]),
  )
  return { format: REVIEW_FORMAT, project, state, asOf }
}
