import { refusal, success, type Result } from '../../domain/shared/Result'
import { hashBytes } from '../crypto/hashBytes'
import type { Vault } from '../crypto/Vault'
import type { Batch } from './Batch'
import type { ChainedAppended, ChainedJournal } from './ChainedJournal'
import { databaseTrouble } from './databaseTrouble'
import { encodeFrames } from './frames'
import type { ChainedMark, SealedIndex } from './SealedIndex'

export interface Sides {
  readonly index: SealedIndex
  readonly journal: ChainedJournal | null
}

/** A batch, and the sides that have it already. */
export interface Saving {
  readonly batch: Batch
  isInIndex: boolean
  isInJournal: boolean
}

/** Writes one batch to index and journal, to each once, however many attempts the other needs. */
export class SidesWriter {
  readonly #index: SealedIndex
  readonly #journal: ChainedJournal | null
  #mark: ChainedMark | null

  constructor({ index, journal }: Sides, mark: ChainedMark | null) {
    this.#index = index
    this.#journal = journal
    this.#mark = mark
  }

  /** How far the journal reaches now. */
  get mark(): ChainedMark | null {
    return this.#mark
  }

  useVault(vault: Vault): void {
    this.#journal?.useVault(vault)
  }

  begin(batch: Batch): Saving {
    return { batch, isInIndex: false, isInJournal: this.#journal === null }
  }

  isNowhere({ isInIndex, isInJournal }: Saving): boolean {
    return !isInIndex && (this.#journal === null || !isInJournal)
  }

  /** Success when every side has it. Refused: `not_saved`. */
  async write(saving: Saving): Promise<Result<null>> {
    const parts =
      saving.batch.order === 'together'
        ? await Promise.all([this.#toJournal(saving), this.#toIndex(saving)])
        : await this.#oneAfterTheOther(saving)
    return parts.find((part) => !part.ok) ?? success(null)
  }

  async #oneAfterTheOther(saving: Saving): Promise<readonly Result<null>[]> {
    const journalled = await this.#toJournal(saving)
    return journalled.ok ? [await this.#toIndex(saving)] : [journalled]
  }

  async #toIndex(saving: Saving): Promise<Result<null>> {
    if (saving.isInIndex) return success(null)
    try {
      await this.#index.commit(saving.batch.commit)
    } catch (error) {
      return refusal('not_saved', null, { side: 'index', code: databaseTrouble(error) })
    }
    saving.isInIndex = true
    return success(null)
  }

  async #toJournal(saving: Saving): Promise<Result<null>> {
    if (saving.isInJournal || this.#journal === null) return success(null)
    const appended = await this.#append(saving.batch, this.#journal)
    if (appended.kind === 'failed')
      return refusal('not_saved', null, { side: 'journal', code: appended.code })
    const { mark } = appended
    if (mark.offset > (this.#mark?.offset ?? 0)) this.#mark = mark
    saving.isInJournal = true
    return success(null)
  }

  async #append({ frames, bulkName }: Batch, journal: ChainedJournal): Promise<ChainedAppended> {
    if (bulkName === undefined) return journal.append(frames)
    const bytes = encodeFrames(frames)
    const hash = await hashBytes(bytes)
    const put = await journal.journal.putBulk(bulkName, bytes)
    return put.kind === 'failed' ? put : journal.append([{ kind: 'bulk', name: bulkName }], hash)
  }
}
