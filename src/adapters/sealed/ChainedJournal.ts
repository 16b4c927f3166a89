import type { Vault } from '../crypto/Vault'
import { contentHash, headAt, sealLink, type ChainHead } from './chain'
import { encodeFrames, type Frame } from './frames'
import type { Journal } from './Journal'
import type { ChainedMark } from './SealedIndex'

export type ChainedAppended =
  { readonly kind: 'done'; readonly mark: ChainedMark } | { readonly kind: 'failed'; readonly code: string }

/** Appends records that each name the one before them under the seal, so that none can be taken out without a trace. */
export class ChainedJournal {
  readonly journal: Journal
  #vault: Vault
  /** Of the last record that was sent, and of the last that is durable. */
  #head: ChainHead
  #durable: ChainHead
  /** How many times an append failed: what was sent before that was heard fails too, for it goes on from a record that is not. */
  #failures = 0

  constructor(journal: Journal, vault: Vault, head: ChainHead) {
    this.journal = journal
    this.#vault = vault
    this.#head = head
    this.#durable = head
  }

  /** The project was locked meanwhile, and its vault let go of its keys. */
  useVault(vault: Vault): void {
    this.#vault = vault
  }

  /** `file`: SHA-256 of the bulk file that the frames name. */
  async append(frames: readonly Frame[], file?: string): Promise<ChainedAppended> {
    const { number, hash } = this.#head
    const link = {
      number: number + 1,
      before: hash,
      content: contentHash(frames),
      ...(file !== undefined && { file }),
      at: new Date().toISOString(),
    }
    const head = headAt(link)
    const failures = this.#failures
    // Before anything is said to be sent: a locked vault seals nothing.
    const record = encodeFrames([sealLink(this.#vault, this.journal.id, link), ...frames])
    this.#head = head
    const answer = await this.journal.append(record, failures)
    if (answer.kind === 'failed') {
      if (failures === this.#failures) {
        this.#failures += 1
        this.#head = this.#durable
      }
      return answer
    }
    if (head.number > this.#durable.number) this.#durable = head
    const { end: offset, ending } = answer
    return { kind: 'done', mark: { journal: this.journal.id, offset, ending, chain: head } }
  }
}
