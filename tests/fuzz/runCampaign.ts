import { Worker } from 'node:worker_threads'
import type { CampaignName } from './campaigns'
import type { Judgement } from './judgeFile'

/** What became of one file, and how long it took. */
export interface Verdict extends Judgement {
  readonly number: number
  readonly milliseconds: number
}

export interface Campaign {
  readonly campaign: CampaignName
  readonly seed: number
  readonly numbers: readonly number[]
  /** Told of every file. */
  readonly tell: (verdict: Verdict) => void
}

/**
 * Judges the files in a worker of its own, which is ended and restarted when a file takes longer than the deadline or
 * more memory than a small list may: both are findings, and the campaign goes on.
 */
export async function runCampaign({ campaign, seed, numbers, tell }: Campaign): Promise<void> {
  let judge: Judge | null = null
  for (const number of numbers) {
    judge ??= await readyJudge(campaign, seed)
    const began = performance.now()
    const judgement = await judge.judge(number)
    tell({ ...judgement, number, milliseconds: performance.now() - began })
    if (judgement.outcome !== 'ended') continue
    await judge.end()
    judge = null
  }
  await judge?.end()
}

interface Judge {
  judge(number: number): Promise<Judgement>
  end(): Promise<unknown>
}

async function readyJudge(campaign: CampaignName, seed: number): Promise<Judge> {
  const worker = new Worker(TYPESCRIPT_WORKER, {
    eval: true,
    workerData: { campaign, seed, program: new URL('./fuzzWorker.ts', import.meta.url).href },
    execArgv: [],
    resourceLimits: { maxOldGenerationSizeMb: MOST_MEGABYTES },
  })
  let answer: (judgement: Judgement) => void = () => undefined
  const next = () => new Promise<Judgement>((resolve) => (answer = resolve))
  worker.on('message', (judgement: Judgement) => answer(judgement))
  worker.on('error', (error) => answer(ended(`ends the worker: ${String(error)}`)))
  const ready = await next()
  if (ready.outcome !== 'ready') throw new Error(ready.findings.join())
  return {
    async judge(number) {
      const judgement = next()
      const deadline = setTimeout(() => answer(ended(`is not read in ${DEADLINE_MS / 1000} s`)), DEADLINE_MS)
      worker.postMessage(number)
      return judgement.finally(() => clearTimeout(deadline))
    },
    end: () => worker.terminate(),
  }
}

function ended(finding: string): Judgement {
  return { outcome: 'ended', findings: [finding] }
}

/** A list of seven rows takes some milliseconds; a busy machine may take a hundred times as long. */
const DEADLINE_MS = 10_000
const MOST_MEGABYTES = 512
/** Node starts workers as JavaScript: only then can they learn TypeScript. */
const TYPESCRIPT_WORKER = `
  const { workerData } = require('node:worker_threads')
  import('tsx/esm/api').then(({ register }) => { register(); return import(workerData.program) })`
