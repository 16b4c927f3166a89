import type { ReturnedWorkbook } from '../../application/workbook/review/ReturnedWorkbook'
import type { Result } from '../../domain/shared/Result'
import { runInWorker, type WorkerJob } from './runInWorker'

/** Reads a review workbook that came back in a worker of its own. */
export function readReviewInWorker(file: File): WorkerJob<Result<ReturnedWorkbook>> {
  const worker = new Worker(new URL('./reviewWorker.ts', import.meta.url), { type: 'module' })
  return runInWorker(worker, [file])
}
