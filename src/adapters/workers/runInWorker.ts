/** Work in a worker that ends with the work or with `cancel`; then `done` never settles. */
export interface WorkerJob<Answer> {
  readonly done: Promise<Answer>
  cancel(): void
}

/** Sends a worker its messages in order and waits for its one answer; `done` rejects where the worker or a message fails. */
export function runInWorker<Answer>(
  worker: Worker,
  messages: Iterable<unknown> | AsyncIterable<unknown>,
): WorkerJob<Answer> {
  let isCancelled = false
  async function hand(): Promise<void> {
    for await (const message of messages) {
      if (isCancelled) return
      worker.postMessage(message)
    }
  }
  const done = new Promise<Answer>((resolve, reject) => {
    worker.onmessage = ({ data }: MessageEvent<Answer>) => resolve(data)
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
