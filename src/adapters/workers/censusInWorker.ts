import type { CasesWanted, CensusRequest, CountedCensus } from '../../application/census/CensusDesk'
import type { GivenAreas } from '../../application/census/CensusTally'
import type { VillageWork } from '../../application/workbook/villageWork'
import type { AreaTable, TableArea } from '../../domain/programmes/census/tables/TableCounts'
import type { TableCase } from '../../domain/programmes/census/tables/casesBehind'
import { Backlog, TAKEN } from './Backlog'
import type { ToCensusWorker } from './censusMessages'

interface Waiting {
  readonly resolve: (answer: never) => void
  readonly reject: (error: Error) => void
}

/** Counts a census in a worker of its own, which keeps the cases until it is closed; after that no pending call settles. */
export function censusInWorker(request: CensusRequest) {
  const worker = new Worker(new URL('./censusWorker.ts', import.meta.url), { type: 'module' })
  /** Questions are answered in their order. */
  const waiting: Waiting[] = []
  const post = (message: ToCensusWorker): void => worker.postMessage(message)
  /** A village that was not taken is missing from every answer: there is none. */
  let failure: Error | null = null
  const ask = <Answer>(message: ToCensusWorker): Promise<Answer> =>
    new Promise((resolve, reject) => {
      if (failure !== null) return reject(failure)
      waiting.push({ resolve, reject })
      post(message)
    })
  const backlog = new Backlog()
  worker.onmessage = ({ data }) => {
    if (data === TAKEN) backlog.taken()
    else waiting.shift()?.resolve(data as never)
  }
  worker.onerror = ({ message }) => {
    failure = new Error(message)
    backlog.end()
    for (const each of waiting.splice(0)) each.reject(failure)
  }
  post({ kind: 'begin', request })

  return {
    /** Resolves once there is room for another. */
    take(village: VillageWork): Promise<void> {
      post({ kind: 'village', village })
      return backlog.handed()
    },
    count: (): Promise<CountedCensus> => ask({ kind: 'count' }),
    recount: (areas: GivenAreas): Promise<CountedCensus> => ask({ kind: 'count', areas }),
    tablesOf: (area: TableArea): Promise<readonly AreaTable[]> => ask({ kind: 'tables', area }),
    figures: (): Promise<string> => ask({ kind: 'figures' }),
    cases: (wanted: CasesWanted): Promise<readonly TableCase[]> => ask({ kind: 'cases', wanted }),
    close(): void {
      backlog.end()
      worker.terminate()
    },
  }
}
