import type { ReportRequest } from './reportWorker'
import { runInWorker, type WorkerJob } from './runInWorker'

/** Writes the report on an import in a worker of its own. */
export function writeReportInWorker(request: ReportRequest): WorkerJob<Uint8Array> {
  const worker = new Worker(new URL('./reportWorker.ts', import.meta.url), { type: 'module' })
  return runInWorker(worker, [request])
}
