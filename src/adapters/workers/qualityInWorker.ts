import type { QualityWork } from '../../application/team/qualityDesk'
import type { QualityLine, QualityThresholds } from '../../domain/quality/QualityLine'
import type { FoundLines, ToQualityWorker } from './qualityMessages'

/** A quality desk in a worker of its own: it keeps what it took until it is closed; then nothing that was asked ever settles. */
export function qualityInWorker() {
  const worker = new Worker(new URL('./qualityWorker.ts', import.meta.url), { type: 'module' })
  const post = (message: ToQualityWorker): void => worker.postMessage(message)
  let questions = 0
  return {
    take: (work: QualityWork): void => post({ kind: 'work', work }),
    /** A question that another one follows before it is answered never settles. */
    find: (thresholds: QualityThresholds): Promise<readonly QualityLine[]> =>
      new Promise((resolve, reject) => {
        const found: QualityLine[] = []
        const question = ++questions
        worker.onmessage = ({ data }: MessageEvent<FoundLines>) => {
          if (data.question !== question) return
          found.push(...data.lines)
          if (data.isLast) resolve(found)
        }
        worker.onerror = ({ message }) => reject(new Error(message))
        post({ kind: 'find', question, thresholds })
      }),
    close: (): void => worker.terminate(),
  }
}
