import { digestPieces } from '../../../domain/shared/digest'
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
  const head = [asOf, edition, incomeWindow, region, parameters, report.totals, report.verdict.reading]
  const households = rows.map((row) => [row.fingerprint, row.measured])
  return { format: REVIEW_FORMAT, project, state: digestPieces(jsonPieces(head, households)), asOf }
}

/** The JSON of a list that ends with a list of its own. */
function* jsonPieces(head: readonly unknown[], last: readonly unknown[]): Generator<string> {
  yield `${JSON.stringify(head).slice(0, -1)},[`
  for (const [nth, each] of last.entries()) yield (nth === 0 ? '' : ',') + JSON.stringify(each)
  yield ']]'
}
