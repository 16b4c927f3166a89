import type { MadeSample } from '../../application/sampling/makeSample'
import type { Result } from '../../domain/shared/Result'
import type { SampleRequest } from './sampleWorker'

/** Draws a sample in a worker of its own. */
export function drawInWorker(request: SampleRequest): { done: Promise<Result<MadeSample>>; cancel(): void } {
  const worker = new Worker(new URL('./sampleWorker.ts', import.meta.url), { type: 'module' })
  const done = new Promise<Result<MadeSample>>((resolve, reject) => {
    worker.onmessage = ({ data }: MessageEvent<Result<MadeSample>>) => resolve(data)
    worker.onerror = ({ message }) => reject(new Error(message))
  }).finally(() => worker.terminate())
  worker.postMessage(request)
  return { done, cancel: () => worker.terminate() }
}
