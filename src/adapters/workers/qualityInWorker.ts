import type { KnownHousehold, QualityWork } from '../../application/team/desk/qualityDesk'
import type { QualityLine, QualityThresholds } from '../../domain/quality/QualityLine'
import type { FromQualityWorker, ToQualityWorker } from './qualityMessages'

interface Waiting<Answer> {
  readonly resolve: (answer: Answer) => void
  readonly reject: (error: Error) => void
}

/** A quality desk in a worker of its own: it keeps what it read until it is closed; after that no pending call settles. */
export function qualityInWorker() {
  const worker = new Worker(new URL('./qualityWorker.ts', import.meta.url), { type: 'module' })
  const post = (message: ToQualityWorker): void => worker.postMessage(message)
  /** Parts are answered in their order. */
  const taking: Waiting<readonly KnownHousehold[]>[] = []
  let asked: (Waiting<readonly QualityLine[]> & { readonly found: QualityLine[] }) | null = null
  let questions = 0

  worker.onmessage = ({ data }: MessageEvent<FromQualityWorker>) => {
    if (data.kind === 'read') taking.shift()?.resolve(data.read)
    else if (data.question === questions && asked !== null) {
      asked.found.push(...data.lines)
      if (data.isLast) asked.resolve(asked.found)
    }
  }
  worker.onerror = ({ message }) => {
    const failure = new Error(message)
    for (const each of taking.splice(0)) each.reject(failure)
    asked?.reject(failure)
  }

  return {
    take: (work: QualityWork): Promise<readonly KnownHousehold[]> =>
      new Promise((resolve, reject) => {
        taking.push({ resolve, reject })
        post({ kind: 'work', work })
      }),
    /** A question never settles if another one follows before its answer. */
    find: (thresholds: QualityThresholds): Promise<readonly QualityLine[]> =>
      new Promise((resolve, reject) => {
        asked = { resolve, reject, found: [] }
        post({ kind: 'find', question: ++questions, thresholds })
      }),
    close: (): void => worker.terminate(),
  }
}
