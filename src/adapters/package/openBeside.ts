import { Worker } from 'node:worker_threads'
import type { OpenedPackage, TeamPort } from '../../application/team/TeamPort'
import { success, type Result } from '../../domain/shared/Result'
import { NODE_TEAM_PORT } from './nodeTeamPort'
import { segmentOf, type OpenReply, type OpenRequest } from './openerMessages'

/** Fewer packages are opened faster than a thread starts. */
const WORTH_A_THREAD = 8

interface Waiting {
  readonly resolve: (opened: Result<OpenedPackage>) => void
  readonly reject: (error: Error) => void
}

/** Runs the work with the terminal's port; many packages are opened in a second thread while this one merges. */
export async function openBeside<T>(packages: number, work: (port: TeamPort) => Promise<T>): Promise<T> {
  if (packages < WORTH_A_THREAD) return work(NODE_TEAM_PORT)
  const thread = new Worker(new URL('./openerThread.js', import.meta.url))
  const waiting = new Map<number, Waiting>()
  let asked = 0
  thread.on('message', ({ nth, result }: OpenReply) => {
    const { resolve } = waiting.get(nth) as Waiting
    waiting.delete(nth)
    resolve(result.ok ? success({ ...result.value, segments: result.value.segments.map(segmentOf) }) : result)
  })
  const giveUp = (error: Error): void => {
    for (const { reject } of waiting.values()) reject(error)
  }
  thread.on('error', giveUp)
  thread.on('exit', () => giveUp(new Error('the thread that opens packages has ended')))
  const open: TeamPort['open'] = (file, bytes, identity) =>
    new Promise((resolve, reject) => {
      const nth = ++asked
      waiting.set(nth, { resolve, reject })
      thread.postMessage({ nth, file, bytes, identity } satisfies OpenRequest)
    })
  try {
    return await work({ ...NODE_TEAM_PORT, open })
  } finally {
    await thread.terminate()
  }
}
