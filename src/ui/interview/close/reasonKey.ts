import { overridePath } from '../../../domain/interview/bookkeeping'
import type { RaisedCheck } from '../../../domain/interview/runChecks'

/** Where the reason is kept for which a warning may stand. */
export function reasonKey({ check, refs }: RaisedCheck): string {
  return overridePath(check, refs[0] ?? { question: '' })
}
