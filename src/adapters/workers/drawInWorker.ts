import type { MadeSample } from '../../application/sampling/makeSample'
import type { Result } from '../../domain/shared/Result'
import { runInWorker, type WorkerJob } from './runInWorker'
import type { SampleRequest } from './sampleWorker'

/** Draws a sample in a worker of its own. */
export function drawInWorker(request: SampleRequest): WorkerJob<Result<MadeSample>> {
  const worker = new Worker(new URL('./sampleWorker.ts', import.meta.url), { type: 'module' })
  return runInWorker(worker, [request])
}
