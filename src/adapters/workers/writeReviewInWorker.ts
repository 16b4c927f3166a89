import type { ReviewRequest, VillageWork } from '../../application/workbook/villageWork'
import type { ReviewFiles } from '../../application/workbook/ReviewFiles'
import { runInWorker, type WorkerJob } from './runInWorker'
import { villageMessages } from './villageMessages'

/** Makes the review workbook in a worker of its own. */
export function writeReviewInWorker(
  request: ReviewRequest,
  villages: AsyncIterable<VillageWork>,
): WorkerJob<ReviewFiles> {
  const worker = new Worker(new URL('./workbookWorker.ts', import.meta.url), { type: 'module' })
  return runInWorker(worker, villageMessages(request, villages))
}
