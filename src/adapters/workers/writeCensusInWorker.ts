import type { CensusBookRequest } from '../../application/census/workbook/CensusBookRequest'
import type { ReviewFiles } from '../../application/workbook/ReviewFiles'
import type { VillageWork } from '../../application/workbook/villageWork'
import type { ToCensusBookWorker } from './censusBookMessages'
import { runInWorker, type WorkerJob } from './runInWorker'

/** Makes the census workbook in a worker of its own. */
export function writeCensusInWorker(
  request: CensusBookRequest,
  villages: AsyncIterable<VillageWork>,
): WorkerJob<ReviewFiles> {
  const worker = new Worker(new URL('./censusBookWorker.ts', import.meta.url), { type: 'module' })
  return runInWorker(worker, messagesOf(request, villages))
}

async function* messagesOf(
  request: CensusBookRequest,
  villages: AsyncIterable<VillageWork>,
): AsyncGenerator<ToCensusBookWorker> {
  yield { kind: 'begin', request }
  for await (const village of villages) yield { kind: 'village', village }
  yield { kind: 'write' }
}
