import type { ProjectKind } from '../../application/project/ProjectSettings'
import type { ReadAdditional } from '../../application/xlsform/additional/readAdditional'
import type { Result } from '../../domain/shared/Result'
import { runInWorker, type WorkerJob } from './runInWorker'

/** What the worker reads, and beside which form. */
export interface ToAdditionalWorker {
  readonly file: File
  readonly kind: ProjectKind
}

/** Reads additional groups of questions from an XLSForm in a worker of its own. */
export function readAdditionalInWorker(file: File, kind: ProjectKind): WorkerJob<Result<ReadAdditional>> {
  const worker = new Worker(new URL('./additionalWorker.ts', import.meta.url), { type: 'module' })
  return runInWorker(worker, [{ file, kind } satisfies ToAdditionalWorker])
}
