import type { PersonList } from '../../application/reconcile/importPersonList'
import type { Result } from '../../domain/shared/Result'
import { runInWorker, type WorkerJob } from './runInWorker'

export interface PersonListWork {
  readonly files: readonly File[]
  /** The project's, as keys of the register are made. */
  readonly salt: string
}

/** Reads a list of people in a worker of its own. */
export function readPersonListInWorker(work: PersonListWork): WorkerJob<Result<PersonList>> {
  const worker = new Worker(new URL('./personListWorker.ts', import.meta.url), { type: 'module' })
  return runInWorker(worker, [work])
}
