import type { CountyReport, CountyRequest } from '../../application/measures/reportCounty'
import type { MeasuredHousehold } from '../../domain/measures/MeasuredHousehold'
import { LISTS, type PackedReport, type ToCountyWorker } from './countyMessages'

/** Handed over at once: some milliseconds of copying. */
const HANDED_AT_ONCE = 1000

/** Reckons the county's report in a worker of its own, which ends with the work or with `cancel` (then `done` never settles). */
export function reportCountyInWorker(
  request: CountyRequest,
  households: readonly MeasuredHousehold[],
): { done: Promise<CountyReport>; cancel(): void } {
  const worker = new Worker(new URL('./countyWorker.ts', import.meta.url), { type: 'module' })
  const post = (message: ToCountyWorker): void => worker.postMessage(message)
  let isCancelled = false
  async function hand(): Promise<void> {
    for (let start = 0; start < households.length; start += HANDED_AT_ONCE) {
      if (isCancelled) return
      post({ kind: 'households', households: households.slice(start, start + HANDED_AT_ONCE) })
      // The window has its turn.
      await new Promise((resolve) => setTimeout(resolve))
    }
    post({ kind: 'report', request })
  }
  const done = new Promise<CountyReport>((resolve, reject) => {
    worker.onmessage = ({ data }: MessageEvent<PackedReport>) => resolve(unpack(data, households))
    worker.onerror = ({ message }) => reject(new Error(message))
    hand().catch(reject)
  }).finally(() => worker.terminate())
  return {
    done,
    cancel() {
      isCancelled = true
      worker.terminate()
    },
  }
}

function unpack({ report, lists }: PackedReport, households: readonly MeasuredHousehold[]): CountyReport {
  return {
    ...report,
    measures: report.measures.map((measure, at) => ({
      ...measure,
      ...Object.fromEntries(
        LISTS.map((list, index) => [
          list,
          Array.from(lists[at * LISTS.length + index] ?? [], (place) => households[place]?.id ?? ''),
        ]),
      ),
    })),
  }
}
