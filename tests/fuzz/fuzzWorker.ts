import { parentPort, workerData } from 'node:worker_threads'
import { hostileFiles } from './hostileFiles'
import { judgeFile } from './judgeFile'

/** Judges the files whose numbers come in, one after another, and says of each what became of it. */
const fileOf = await hostileFiles((workerData as { readonly seed: number }).seed)
parentPort?.on('message', (number: number) => parentPort?.postMessage(judgeFile(fileOf(number))))
parentPort?.postMessage({ outcome: 'ready', findings: [] })
