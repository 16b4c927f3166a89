import type { CountyReport, CountyRequest } from '../../application/measures/reportCounty'
import type { MeasuredHousehold } from '../../domain/programmes/assessment/measures/MeasuredHousehold'
import { LISTS, type PackedReport, type ToCountyWorker } from './countyMessages'
import { runInWorker, type WorkerJob } from './runInWorker'

/** Handed over at once: some milliseconds of copying. */
const HANDED_AT_ONCE = 1000

/** Computes the county's report in a worker of its own. */
export function reportCountyInWorker(
  request: CountyRequest,
  households: readonly MeasuredHousehold[],
): WorkerJob<CountyReport> {
  const worker = new Worker(new URL('./countyWorker.ts', import.meta.url), { type: 'module' })
  const { done, cancel } = runInWorker<PackedReport>(worker, messagesOf(request, households))
  return { done: done.then((packed) => unpack(packed, households)), cancel }
}

async function* messagesOf(
  request: CountyRequest,
  households: readonly MeasuredHousehold[],
): AsyncGenerator<ToCountyWorker> {
  for (let start = 0; start < households.length; start += HANDED_AT_ONCE) {
    yield { kind: 'households', households: households.slice(start, start + HANDED_AT_ONCE) }
    // Lets the window work in between.
    await new Promise((resolve) => setTimeout(resolve))
  }
  yield { kind: 'report', request }
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
