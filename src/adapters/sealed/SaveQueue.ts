import { refusal, success, type Refusal, type Result } from '../../domain/shared/Result'
import { databaseTrouble } from './databaseTrouble'
import { encodeFrames, type Frame } from './frames'
import type { Journal } from './Journal'
import type { IndexCommit, IndexState, SealedIndex, Watermark } from './SealedIndex'

/** What must be kept on both sides, all or nothing. */
export interface Batch {
  readonly commit: Omit<IndexCommit, 'state'>
  readonly frames: readonly Frame[]
  /** Highest position the batch takes in the index. */
  readonly lastPosition: number
  /**
   * `together`: what the user typed; kept and tried again if it fails. `journal_first`: what came from elsewhere and can
   * come again; if it does not fit into the journal, nothing was changed anywhere.
   */
  readonly order: 'together' | 'journal_first'
  /** The name of the journal's file that bulk input goes to; small batches go into the journal itself. */
  readonly bulkName?: string
}

interface Saving {
  readonly batch: Batch
  isInIndex: boolean
  isInJournal: boolean
}

/**
 * Makes batches durable on both sides at once and says 'saved' only when both are. What fails stays here, in order, and
 * is tried again before anything newer. The watermark moves whenever nothing is under way, written along with the next batch.
 */
export class SaveQueue {
  readonly #index: SealedIndex
  readonly #journal: Journal | null
  readonly #open = new Set<Saving>()
  #unsaved: Saving[] = []
  #retrying: Promise<Result<null>> | undefined
  #lamport: number
  #watermark: Watermark | null
  #isWatermarkStored = true
  #lastPosition: number
  #journalEnd: number

  constructor(index: SealedIndex, journal: Journal | null, state: IndexState) {
    this.#index = index
    this.#journal = journal
    this.#lamport = state.lamport
    this.#watermark = state.watermark
    this.#lastPosition = state.watermark?.position ?? 0
    this.#journalEnd = state.watermark?.offset ?? 0
  }

  /** The counter stored with every later batch: never lower than any change's that the batch holds. */
  raiseLamport(lamport: number): void {
    this.#lamport = Math.max(this.#lamport, lamport)
  }

  /** Success when durable everywhere, else `not_saved`: whether the batch is held for another try, `isHeld` tells. */
  async save(batch: Batch): Promise<Result<null>> {
    const saving = { batch, isInIndex: false, isInJournal: this.#journal === null }
    this.#open.add(saving)
    if (this.#unsaved.length > 0) {
      const retried = await this.retry()
      if (!retried.ok) return this.#putAside(saving, retried)
    }
    const saved = await this.#attempt(saving)
    return saved.ok ? saved : this.#putAside(saving, saved)
  }

  isHeld(batch: Batch): boolean {
    return this.#unsaved.some((saving) => saving.batch === batch)
  }

  /** Tries what failed, oldest first. Success means that nothing is unsaved. */
  retry(): Promise<Result<null>> {
    if (this.#unsaved.length === 0) return Promise.resolve(success(null))
    this.#retrying ??= this.#retryAll()
    return this.#retrying
  }

  /** Stores the watermark, so that the next start has nothing to compare. Call when nothing is under way. */
  async settle(): Promise<void> {
    if (this.#isWatermarkStored || this.#open.size > 0) return
    await this.#index.commit({ state: this.#state() })
    this.#isWatermarkStored = true
  }

  async #retryAll(): Promise<Result<null>> {
    let result: Result<null> = success(null)
    for (let oldest = this.#unsaved[0]; oldest !== undefined && result.ok; oldest = this.#unsaved[0]) {
      const tried = oldest
      result = await this.#attempt(tried)
      if (result.ok) this.#unsaved = this.#unsaved.filter((saving) => saving !== tried)
    }
    // In the same breath as the last look at what is unsaved: a later question must look anew.
    this.#retrying = undefined
    return result
  }

  #putAside(saving: Saving, failure: Refusal): Refusal {
    const isNowhere = !saving.isInIndex && (this.#journal === null || !saving.isInJournal)
    if (saving.batch.order === 'journal_first' && isNowhere) this.#open.delete(saving)
    else if (!this.#unsaved.includes(saving)) this.#unsaved.push(saving)
    return failure
  }

  async #attempt(saving: Saving): Promise<Result<null>> {
    const parts =
      saving.batch.order === 'together'
        ? await Promise.all([this.#toJournal(saving), this.#toIndex(saving)])
        : await this.#oneAfterTheOther(saving)
    const failed = parts.find((part) => !part.ok)
    if (failed !== undefined) return failed
    this.#open.delete(saving)
    this.#lastPosition = Math.max(this.#lastPosition, saving.batch.lastPosition)
    if (this.#open.size === 0) this.#moveWatermark()
    return success(null)
  }

  async #oneAfterTheOther(saving: Saving): Promise<readonly Result<null>[]> {
    const journalled = await this.#toJournal(saving)
    return journalled.ok ? [await this.#toIndex(saving)] : [journalled]
  }

  async #toIndex(saving: Saving): Promise<Result<null>> {
    if (saving.isInIndex) return success(null)
    try {
      await this.#index.commit({ ...saving.batch.commit, state: this.#state() })
    } catch (error) {
      return refusal('not_saved', null, { side: 'index', code: databaseTrouble(error) })
    }
    saving.isInIndex = true
    return success(null)
  }

  async #toJournal(saving: Saving): Promise<Result<null>> {
    if (saving.isInJournal || this.#journal === null) return success(null)
    const { frames, bulkName } = saving.batch
    if (bulkName !== undefined) {
      const put = await this.#journal.putBulk(bulkName, encodeFrames(frames))
      if (put.kind === 'failed') return refusal('not_saved', null, { side: 'journal', code: put.code })
    }
    const record = encodeFrames(bulkName === undefined ? frames : [{ kind: 'bulk', name: bulkName }])
    const appended = await this.#journal.append(record)
    if (appended.kind === 'failed')
      return refusal('not_saved', null, { side: 'journal', code: appended.code })
    this.#journalEnd = Math.max(this.#journalEnd, appended.end)
    saving.isInJournal = true
    return success(null)
  }

  #moveWatermark(): void {
    if (this.#journal === null) return
    this.#watermark = { journal: this.#journal.id, offset: this.#journalEnd, position: this.#lastPosition }
    this.#isWatermarkStored = false
  }

  #state(): IndexState {
    return { lamport: this.#lamport, watermark: this.#watermark }
  }
}
