/** Work that a closing store has to wait for. */
export class WorkUnderWay {
  readonly #open = new Set<Promise<unknown>>()
  /** Bulk work runs one after another: each reads the result of the one before. */
  #bulk: Promise<unknown> = Promise.resolve()

  track<T>(work: Promise<T>): Promise<T> {
    const done = (): void => void this.#open.delete(work)
    this.#open.add(work)
    work.then(done, done)
    return work
  }

  inTurn<T>(work: () => Promise<T>): Promise<T> {
    const done = this.#bulk.then(work)
    this.#bulk = done.catch(() => undefined)
    return this.track(done)
  }

  /** Resolves when all work has ended, successful or not. */
  async end(): Promise<void> {
    while (this.#open.size > 0) await Promise.allSettled(this.#open)
  }
}
