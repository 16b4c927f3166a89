/** Messages that a worker may have before it: of a county's villages no more are in memory than it works on. */
const MOST = 4

/** What a worker says after each message of many: the window sends the next. */
export const TAKEN = 'taken'

/** Counts what a worker was handed and has not taken up yet. */
export class Backlog {
  #count = 0
  #isEnded = false
  readonly #waiting: (() => void)[] = []

  /** After each message: resolves once another may follow, or none will. */
  async handed(): Promise<void> {
    this.#count += 1
    if (this.#count < MOST || this.#isEnded) return
    await new Promise<void>((resolve) => this.#waiting.push(resolve))
  }

  /** Nothing may follow any more. */
  get isEnded(): boolean {
    return this.#isEnded
  }

  taken(): void {
    this.#count -= 1
    this.#waiting.shift()?.()
  }

  /** The worker takes nothing any more. */
  end(): void {
    this.#isEnded = true
    for (const resolve of this.#waiting.splice(0)) resolve()
  }
}
