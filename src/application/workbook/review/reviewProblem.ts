import type { Problem } from '../../../domain/shared/Problem'
import type { ProblemCode } from '../../../domain/shared/ProblemCode'
import { textIn, type ReturnedCell } from './ReturnedWorkbook'

/** An error of a returned workbook in this cell, with what stands there; of the whole file without one. */
export function reviewProblem(
  code: ProblemCode,
  { file }: { readonly file: string },
  at: ReturnedCell | null,
  details: Readonly<Record<string, string | number>> = {},
): Problem {
  const { sheet, cell } = at ?? {}
  const { household } = details
  const place = {
    file,
    ...(sheet !== undefined && { sheet }),
    ...(cell !== undefined && { cell }),
    ...(typeof household === 'string' && { household }),
  }
  return { code, severity: 'error', place, value: at && textIn(at), details }
}
