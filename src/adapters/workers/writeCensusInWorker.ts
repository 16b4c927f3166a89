import type { CensusBookRequest } from '../../application/census/workbook/CensusBookRequest'
import type { ReviewFiles } from '../../application/workbook/ReviewFiles'
import type { VillageWork } from '../../application/workbook/villageWork'
import { runInWorker, type WorkerJob } from './runInWorker'
import { villageMessages } from './villageMessages'

/** Makes the census workbook in a worker of its own. */
export function writeCensusInWorker(
  request: CensusBookRequest,
  villages: AsyncIterable<VillageWork>,
): WorkerJob<ReviewFiles> {
  const worker = new Worker(new URL('./censusBookWorker.ts', import.meta.url), { type: 'module' })
  return runInWorker(worker, villageMessages(request, villages))
}
