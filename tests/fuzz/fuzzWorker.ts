import { parentPort, workerData } from 'node:worker_threads'
import { CAMPAIGNS, type CampaignName } from './campaigns'

/** Judges the inputs whose numbers come in, one after another, and returns the outcome of each. */
const { seed, campaign } = workerData as { readonly seed: number; readonly campaign: CampaignName }
const trial = await CAMPAIGNS[campaign](seed)
parentPort?.on('message', (number: number) => parentPort?.postMessage(trial.judge(number)))
parentPort?.postMessage({ outcome: 'ready', findings: [] })
