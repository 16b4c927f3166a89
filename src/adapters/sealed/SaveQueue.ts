import { refusal, success, type Refusal, type Result } from '../../domain/shared/Result'
import type { Vault } from '../crypto/Vault'
import type { Batch } from './Batch'
import type { Checkpoint } from './Checkpoint'
import { databaseTrouble } from './databaseTrouble'
import type { ChainedMark, IndexCommit, SealedIndex } from './SealedIndex'
import { SidesWriter, type Saving, type Sides } from './SidesWriter'

interface Asking {
  readonly saving: Saving
  answer(refusal: Refusal): void
}

/** Changes since the last checkpoint that a start may have to read again. */
const MOST_TO_READ_AGAIN = 64

/**
 * Makes batches durable on both sides, and reports success only when both are. What fails is held here, in order, and
 * tried again before anything newer. Checkpoints are taken only while no save is running: then both sides hold the same.
 */
export class SaveQueue {
  readonly #index: SealedIndex
  readonly #sides: SidesWriter
  readonly #open = new Set<Saving>()
  #unsaved: Saving[] = []
  #retrying: Promise<Result<number>> | undefined
  /** Callers that wait for a save, by its promise. */
  readonly #asking = new Map<Promise<Result<null>>, Asking>()
  /** Running saves whose callers were answered already. */
  #unawaited: Promise<Result<null>>[] = []
  readonly #checkpoint: Checkpoint
  #storing: Promise<void> = Promise.resolve()
  #lastPosition: number

  /** `position` and `mark`: the ends of index and journal, which hold the same now. */
  constructor(sides: Sides, checkpoint: Checkpoint, position: number, mark: ChainedMark | null) {
    this.#index = sides.index
    this.#sides = new SidesWriter(sides, mark)
    this.#checkpoint = checkpoint
    this.#lastPosition = position
  }

  /** Success when durable on both sides, else `not_saved`; `isHeld` returns whether the batch will be tried again. */
  save(batch: Batch): Promise<Result<null>> {
    const saving = this.#sides.begin(batch)
    this.#open.add(saving)
    const work = this.#saveInTurn(saving)
    return new Promise((answer, fail) => {
      this.#asking.set(work, { saving, answer })
      work.then(answer, fail).finally(() => this.#asking.delete(work))
    })
  }

  /** Answers every waiting caller at once with `not_saved`; the saves themselves continue, or hang. */
  answerAll(): void {
    const locked = refusal('not_saved', null, { side: 'journal', code: 'LOCKED' })
    for (const [work, { saving, answer }] of this.#asking) {
      // If it throws, its state is unknown: it is tried again.
      this.#unawaited.push(work.catch(() => this.#putAside(saving, locked)))
      answer(locked)
    }
    this.#asking.clear()
  }

  /** The project was unlocked: later writes are sealed by this vault. */
  useVault(vault: Vault): void {
    this.#sides.useVault(vault)
  }

  /** Batches that are not durable on both sides, because they failed or are being written. Sealed. */
  held(): readonly Batch[] {
    return [...this.#open].map(({ batch }) => batch)
  }

  /** Resolves when no save is running. */
  async idle(): Promise<void> {
    await Promise.allSettled([...this.#unawaited, ...this.#asking.keys()])
  }

  async #saveInTurn(saving: Saving): Promise<Result<null>> {
    if (this.#unsaved.length > 0) {
      const retried = await this.#retryUnsaved()
      if (!retried.ok) return this.#putAside(saving, retried)
    }
    const saved = await this.#attempt(saving)
    return saved.ok ? saved : this.#putAside(saving, saved)
  }

  isHeld(batch: Batch): boolean {
    return this.#unsaved.some((saving) => saving.batch === batch)
  }

  /** Tries again what failed, oldest first; returns the number of writes. Success means that nothing is unsaved. */
  retry(): Promise<Result<number>> {
    return this.#unawaited.length === 0 ? this.#retryUnsaved() : this.#retryWithUnawaited()
  }

  /** Saves that were running when the project was locked may still finish. */
  async #retryWithUnawaited(): Promise<Result<number>> {
    const waitedFor = [...this.#unawaited]
    const unawaited = await Promise.allSettled(waitedFor)
    this.#unawaited = this.#unawaited.filter((each) => !waitedFor.includes(each))
    const retried = await this.#retryUnsaved()
    const done = unawaited.filter((each) => each.status === 'fulfilled' && each.value.ok).length
    return retried.ok ? success(retried.value + done) : retried
  }

  #retryUnsaved(): Promise<Result<number>> {
    if (this.#unsaved.length === 0) return Promise.resolve(success(0))
    this.#retrying ??= this.#retryAll()
    return this.#retrying
  }

  /** Stores a checkpoint, so that the next start has nothing to compare. Call when no save is running. */
  async settle(): Promise<void> {
    await this.#storing
    if (this.#checkpoint.notedSince > 0 && this.#open.size === 0)
      await this.#index.commit(this.#takeCheckpoint())
  }

  async #retryAll(): Promise<Result<number>> {
    let result: Result<null> = success(null)
    let written = 0
    for (let oldest = this.#unsaved[0]; oldest !== undefined && result.ok; oldest = this.#unsaved[0]) {
      const tried = oldest
      result = await this.#attempt(tried)
      if (!result.ok) continue
      written++
      this.#unsaved = this.#unsaved.filter((saving) => saving !== tried)
    }
    // No await between the last check of what is unsaved and this: a later call must check again.
    this.#retrying = undefined
    return result.ok ? success(written) : result
  }

  #putAside(saving: Saving, failure: Refusal): Refusal {
    if (saving.batch.order === 'journal_first' && this.#sides.isNowhere(saving)) this.#open.delete(saving)
    else if (!this.#unsaved.includes(saving)) this.#unsaved.push(saving)
    return failure
  }

  async #attempt(saving: Saving): Promise<Result<null>> {
    const written = await this.#sides.write(saving)
    if (!written.ok) return written
    this.#open.delete(saving)
    this.#lastPosition = Math.max(this.#lastPosition, saving.batch.lastPosition)
    this.#checkpoint.note(saving.batch.changes)
    if (this.#open.size === 0 && this.#checkpoint.notedSince >= MOST_TO_READ_AGAIN) {
      // Not awaited, and nothing is lost without it: the next start reads a little more.
      this.#storing = this.#index
        .commit(this.#takeCheckpoint())
        .catch((error: unknown) => void databaseTrouble(error))
    }
    return success(null)
  }

  #takeCheckpoint(): IndexCommit {
    return this.#checkpoint.take(this.#lastPosition, this.#sides.mark)
  }
}
