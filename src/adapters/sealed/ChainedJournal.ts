import type { Vault } from '../crypto/Vault'
import { contentHash, headAt, sealLink, type ChainHead } from './chain'
import { encodeFrames, type Frame } from './frames'
import type { Journal } from './Journal'
import type { ChainedMark } from './SealedIndex'

export type ChainedAppended =
  { readonly kind: 'done'; readonly mark: ChainedMark } | { readonly kind: 'failed'; readonly code: string }

/** Appends records. Each contains the hash of the one before it under its seal, so that removing one is detected. */
export class ChainedJournal {
  readonly journal: Journal
  #vault: Vault
  /** Of the last record that was sent, and of the last that is durable. */
  #head: ChainHead
  #durable: ChainHead
  /** Number of failed appends. What was sent before a failure was known fails too: it continues from a record that is missing. */
  #failures = 0

  constructor(journal: Journal, vault: Vault, head: ChainHead) {
    this.journal = journal
    this.#vault = vault
    this.#head = head
    this.#durable = head
  }

  /** Call after an unlock: the former vault has no keys any more. */
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
    // Before the head moves: a locked vault throws here.
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
