import type { ImportedRoster, ImportRosterRequest } from '../../application/importRoster'

/** Reads rosters in a worker of its own, which ends with the work or with `cancel` (then `done` never settles). */
export function readRosterInWorker(request: ImportRosterRequest): {
  done: Promise<ImportedRoster>
  cancel(): void
} {
  const worker = new Worker(new URL('./rosterWorker.ts', import.meta.url), { type: 'module' })
  const done = new Promise<ImportedRoster>((resolve, reject) => {
    worker.onmessage = ({ data }: MessageEvent<ImportedRoster>) => resolve(data)
    worker.onerror = ({ message }) => reject(new Error(message))
  }).finally(() => worker.terminate())
  worker.postMessage(request)
  return { done, cancel: () => worker.terminate() }
}
