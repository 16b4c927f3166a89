import { databaseTrouble } from './databaseTrouble'
import type { OpenedStore } from './openStore'
import { closeSides, type OpenSides } from './openSides'

/** What remains of a locked project: nothing here opens anything without the passcode. */
export interface LockedParts extends Pick<OpenedStore, 'saves' | 'checkpoint'> {
  readonly sides: Pick<OpenSides, 'index' | 'journal'>
  /** Text that the window gets back after the unlock, sealed. */
  readonly carried: Uint8Array
}

/**
 * A project whose keys were wiped. Its sides are closed as soon as everything is on disk. While something is not, because a
 * write failed or hangs, they stay open, and it is held here sealed, as it is to be written.
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

  /** True when the sides are open and stay open; otherwise they are closed when this resolves. */
  async take(): Promise<boolean> {
    this.#isTaken = true
    if (this.#isClosing) await this.#closing
    return !this.#isClosing
  }

  /** The unlock failed: the project stays locked. */
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
