import type { FormsJob, MadeForms } from '../../application/forms/FormsJob'
import type { VillageWork } from '../../application/workbook/villageWork'
import type { ToFormsWorker } from './formsMessages'
import { runInWorker, type WorkerJob } from './runInWorker'

/** Makes hand forms in a worker of its own. */
export function makeFormsInWorker(job: FormsJob, villages: AsyncIterable<VillageWork>): WorkerJob<MadeForms> {
  const worker = new Worker(new URL('./formsWorker.ts', import.meta.url), { type: 'module' })
  return runInWorker(worker, messagesOf(job, villages))
}

async function* messagesOf(
  job: FormsJob,
  villages: AsyncIterable<VillageWork>,
): AsyncGenerator<ToFormsWorker> {
  yield { kind: 'begin', job }
  for await (const village of villages) yield { kind: 'village', village }
  yield { kind: 'write' }
}
