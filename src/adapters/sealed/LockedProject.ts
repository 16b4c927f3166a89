import { databaseTrouble } from './databaseTrouble'
import type { OpenedStore } from './openStore'
import { closeSides, type OpenSides } from './openSides'

/** What stays of a locked project: nothing here opens anything without its passcode. */
export interface LockedParts extends Pick<OpenedStore, 'saves' | 'checkpoint'> {
  readonly sides: Pick<OpenSides, 'index' | 'journal'>
  /** What the window wants back once it is unlocked. */
  readonly carried: Uint8Array
}

/**
 * A project whose key was taken away. Its sides are closed as soon as everything is on disk; while something is not, because a
 * write failed or hangs, they stay open, and it lies here as it is to be written: sealed.
 */
export class LockedProject {
  readonly parts: LockedParts
  #isTaken = false
  #isClosing = false
  #closing: Promise<void>

  constructor(parts: LockedParts) {
    this.parts = parts
    this.#closing = this.#closeWhenSaved()
  }

  /** Whether the sides are open and stay so; else they are closed once this answers. */
  async take(): Promise<boolean> {
    this.#isTaken = true
    if (this.#isClosing) await this.#closing
    return !this.#isClosing
  }

  /** It was not unlocked after all. */
  giveBack(): void {
    if (this.#isClosing) return
    this.#isTaken = false
    this.#closing = this.#closeWhenSaved()
  }

  async #closeWhenSaved(): Promise<void> {
    const { saves, sides } = this.parts
    await saves.idle()
    if (this.#isTaken || saves.held().length > 0) return
    this.#isClosing = true
    // Without the checkpoint, the next start reads a little more.
    await saves.settle().catch((error: unknown) => void databaseTrouble(error))
    await closeSides(sides)
  }
}
