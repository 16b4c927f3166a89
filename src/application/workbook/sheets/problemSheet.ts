import type { Problem } from '../../../domain/shared/Problem'
import { columnsIn } from '../../tables/TableSpec'
import { shownText, type ReviewTerms } from '../WorkbookInput'
import { listSheet, type WorkbookSheet } from '../WorkbookSheet'

interface ProblemRow extends Problem {
  readonly message: string
  readonly remedy: string
}

/** What was wrong with the list, cell by cell. */
export function problemSheet(
  rosterProblems: readonly Problem[],
  { texts, isIdInFull }: Pick<ReviewTerms, 'texts' | 'isIdInFull'>,
): WorkbookSheet {
  const column = columnsIn<ProblemRow>(texts)
  const columns = [
    column('severity', 10, 'text', ({ severity }) => texts.term('severity', severity)),
    column('problemKind', 30, 'text', ({ code }) => texts.problemTitle(code)),
    column('file', 24, 'text', ({ place }) => place.file ?? null),
    column('sheet', 16, 'text', ({ place }) => place.sheet ?? null),
    column('cell', 10, 'text', ({ place }) => place.cell ?? null),
    column('value', 24, 'text', ({ value }) => shownText(value, isIdInFull)),
    column('message', 50, 'text', ({ message }) => shownText(message, isIdInFull)),
    column('remedy', 50, 'text', ({ remedy }) => remedy),
  ]
  const rows = rosterProblems.map((problem) => ({ ...problem, ...texts.problem(problem) }))
  return listSheet({ key: 'problems', columns }, rows, texts)
}
