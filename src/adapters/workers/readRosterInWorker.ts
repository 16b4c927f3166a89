import type { ImportProgress } from '../../application/roster/importRoster'
import type { RosterPreview, VillageText } from '../../application/roster/rosterPreview'
import type { Problem } from '../../domain/shared/Problem'
import type { FromRosterWorker, RosterWorkerRequest } from './rosterMessages'

/** Reads rosters in a worker of its own, which ends with the work or with `cancel` (then `done` never settles). */
export function readRosterInWorker(
  request: RosterWorkerRequest,
  report: (progress: ImportProgress) => void,
): { done: Promise<RosterPreview>; cancel(): void } {
  const worker = new Worker(new URL('./rosterWorker.ts', import.meta.url), { type: 'module' })
  const villages: VillageText[] = []
  const problems: Problem[] = []
  const done = new Promise<RosterPreview>((resolve, reject) => {
    worker.onmessage = ({ data }: MessageEvent<FromRosterWorker>) => {
      switch (data.kind) {
        case 'progress':
          return report(data.progress)
        case 'villages':
          return void villages.push(...data.villages)
        case 'problems':
          return void problems.push(...data.problems)
        case 'done':
          return resolve({ ...data.rest, villages, problems })
      }
    }
    worker.onerror = ({ message }) => reject(new Error(message))
  }).finally(() => worker.terminate())
  worker.postMessage(request)
  return { done, cancel: () => worker.terminate() }
}
