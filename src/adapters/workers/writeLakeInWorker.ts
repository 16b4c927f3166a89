import type { LakeRequest } from '../../application/lake/LakeRequest'
import type { VillageWork } from '../../application/workbook/villageWork'
import type { Result } from '../../domain/shared/Result'
import { runInWorker, type WorkerJob } from './runInWorker'
import { villageMessages } from './villageMessages'

/** Makes a project's partition of a lake in a worker of its own: the bytes of a .zip. Refused: what `lakeArchive` refuses. */
export function writeLakeInWorker(
  request: LakeRequest,
  villages: AsyncIterable<VillageWork>,
): WorkerJob<Result<Uint8Array>> {
  const worker = new Worker(new URL('./lakeWorker.ts', import.meta.url), { type: 'module' })
  return runInWorker(worker, villageMessages(request, villages))
}
