import type { ReviewRequest, VillageWork } from '../../application/workbook/villageWork'
import type { ReviewFiles } from '../../application/workbook/ReviewFiles'
import { runInWorker, type WorkerJob } from './runInWorker'
import type { ToWorkbookWorker } from './workbookMessages'

/** Makes the review workbook in a worker of its own. */
export function writeReviewInWorker(
  request: ReviewRequest,
  villages: AsyncIterable<VillageWork>,
): WorkerJob<ReviewFiles> {
  const worker = new Worker(new URL('./workbookWorker.ts', import.meta.url), { type: 'module' })
  return runInWorker(worker, messagesOf(request, villages))
}

async function* messagesOf(
  request: ReviewRequest,
  villages: AsyncIterable<VillageWork>,
): AsyncGenerator<ToWorkbookWorker> {
  yield { kind: 'begin', request }
  for await (const village of villages) yield { kind: 'village', village }
  yield { kind: 'write' }
}
