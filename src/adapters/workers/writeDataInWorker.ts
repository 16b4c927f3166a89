import type { DataRequest } from '../../application/datasets/DataRequest'
import type { VillageWork } from '../../application/workbook/villageWork'
import type { ToDataWorker } from './dataMessages'
import { runInWorker, type WorkerJob } from './runInWorker'

/** Makes files of data in a worker of its own: the bytes of a .zip. */
export function writeDataInWorker(
  request: DataRequest,
  villages: AsyncIterable<VillageWork>,
  answers: AsyncIterable<string>,
): WorkerJob<Uint8Array> {
  const worker = new Worker(new URL('./dataWorker.ts', import.meta.url), { type: 'module' })
  return runInWorker(worker, messagesOf(request, villages, answers))
}

async function* messagesOf(
  request: DataRequest,
  villages: AsyncIterable<VillageWork>,
  answers: AsyncIterable<string>,
): AsyncGenerator<ToDataWorker> {
  yield { kind: 'begin', request }
  for await (const village of villages) yield { kind: 'village', village }
  if (request.format === 'jsonl') for await (const lines of answers) yield { kind: 'answers', lines }
  yield { kind: 'write' }
}
