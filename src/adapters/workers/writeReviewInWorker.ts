import type { ReviewRequest, VillageWork } from '../../application/workbook/villageWork'
import type { ToWorkbookWorker } from './workbookMessages'

/** Makes the review workbook in a worker of its own, which ends with the work or with `cancel` (then `done` never settles). */
export function writeReviewInWorker(
  request: ReviewRequest,
  villages: AsyncIterable<VillageWork>,
): { done: Promise<Uint8Array>; cancel(): void } {
  const worker = new Worker(new URL('./workbookWorker.ts', import.meta.url), { type: 'module' })
  const post = (message: ToWorkbookWorker): void => worker.postMessage(message)
  let isCancelled = false
  async function hand(): Promise<void> {
    post({ kind: 'begin', settings: request.settings })
    for await (const village of villages) {
      if (isCancelled) return
      post({ kind: 'village', village })
    }
    post({ kind: 'write', request })
  }
  const done = new Promise<Uint8Array>((resolve, reject) => {
    worker.onmessage = ({ data }: MessageEvent<Uint8Array>) => resolve(data)
    worker.onerror = ({ message }) => reject(new Error(message))
    hand().catch(reject)
  }).finally(() => worker.terminate())
  return {
    done,
    cancel() {
      isCancelled = true
      worker.terminate()
    },
  }
}
