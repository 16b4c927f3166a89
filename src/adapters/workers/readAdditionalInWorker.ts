import type { ReadAdditional } from '../../application/xlsform/additional/readAdditional'
import type { Result } from '../../domain/shared/Result'
import { runInWorker, type WorkerJob } from './runInWorker'

/** Reads additional groups of questions from an XLSForm in a worker of its own. */
export function readAdditionalInWorker(file: File): WorkerJob<Result<ReadAdditional>> {
  const worker = new Worker(new URL('./additionalWorker.ts', import.meta.url), { type: 'module' })
  return runInWorker(worker, [file])
}
