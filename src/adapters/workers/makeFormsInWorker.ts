import type { FormsJob, MadeForms } from '../../application/forms/FormsJob'
import type { VillageWork } from '../../application/workbook/villageWork'
import { runInWorker, type WorkerJob } from './runInWorker'
import { villageMessages } from './villageMessages'

/** Makes hand forms in a worker of its own. */
export function makeFormsInWorker(job: FormsJob, villages: AsyncIterable<VillageWork>): WorkerJob<MadeForms> {
  const worker = new Worker(new URL('./formsWorker.ts', import.meta.url), { type: 'module' })
  return runInWorker(worker, villageMessages(job, villages))
}
