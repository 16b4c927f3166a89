import type { ReportRequest } from './reportWorker'

/** Writes the report on an import in a worker of its own. */
export function writeReportInWorker(request: ReportRequest): { done: Promise<Uint8Array>; cancel(): void } {
  const worker = new Worker(new URL('./reportWorker.ts', import.meta.url), { type: 'module' })
  const done = new Promise<Uint8Array>((resolve, reject) => {
    worker.onmessage = ({ data }: MessageEvent<Uint8Array>) => resolve(data)
    worker.onerror = ({ message }) => reject(new Error(message))
  }).finally(() => worker.terminate())
  worker.postMessage(request)
  return { done, cancel: () => worker.terminate() }
}
