import type { Problem } from '../../domain/shared/Problem'
import type { SampleLog } from './SampleLog'

/** A salt that is another than the log's gives other keys than the log has; `file` is the log's name. */
export function saltProblems(log: SampleLog | null, salt: string | null, file: string): readonly Problem[] {
  const ofLog = log?.frame.salt ?? null
  if (salt === null || ofLog === null || salt === ofLog) return []
  return [{ code: 'salt_differs_from_log', severity: 'error', place: { file }, value: salt }]
}
