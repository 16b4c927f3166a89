import { Backlog, TAKEN } from './Backlog'

/** Work in a worker that ends with the work or with `cancel`; then `done` never settles. */
export interface WorkerJob<Answer> {
  readonly done: Promise<Answer>
  cancel(): void
}

/**
 * Sends a worker its messages in order and waits for its one answer; `done` rejects where the worker or a message fails. A worker of several
 * messages takes them by `takeMessages`: each is made once there is room for it.
 */
export function runInWorker<Answer>(
  worker: Worker,
  messages: Iterable<unknown> | AsyncIterable<unknown>,
): WorkerJob<Answer> {
  const backlog = new Backlog()
  async function hand(): Promise<void> {
    for await (const message of messages) {
      if (backlog.isEnded) return
      worker.postMessage(message)
      await backlog.handed()
    }
  }
  function end(): void {
    backlog.end()
    worker.terminate()
  }
  const done = new Promise<Answer>((resolve, reject) => {
    worker.onmessage = ({ data }: MessageEvent<Answer | typeof TAKEN>) => {
      if (data === TAKEN) backlog.taken()
      else resolve(data)
    }
    worker.onerror = ({ message }) => reject(new Error(message))
    hand().catch(reject)
  }).finally(end)
  return { done, cancel: end }
}
