import type { Vault } from '../crypto/Vault'
import {
  CHAIN_BEGINS,
  contentHash,
  headAt,
  headBehindEarly,
  openLink,
  type ChainHead,
  type Link,
} from './chain'
import type { Frame } from './frames'
import type { JournalRecord } from './Journal'
import type { JournalDamage } from './SealedIndex'

/** Follows a journal's records and finds where some were taken out, put in or altered. */
export class ChainCheck {
  readonly #vault: Vault
  readonly #journal: string
  #head: ChainHead
  /** Whether records must have a link from here on: those of earlier versions have none, and come before all others. */
  #hasBegun: boolean
  /** Number of records since the last link whose numbers are unknown. */
  #strange = 0

  /** `head`: where an earlier reading ended; undefined for the journal's beginning. */
  constructor(vault: Vault, journal: string, head: ChainHead | undefined) {
    this.#vault = vault
    this.#journal = journal
    this.#head = head ?? CHAIN_BEGINS
    this.#hasBegun = head !== undefined
  }

  get head(): ChainHead {
    return this.#head
  }

  /** The record's link, if it has a valid one, and the damage in the record or before it. */
  follow(
    { offset, bytes, isAfterDamage }: JournalRecord,
    frames: readonly Frame[],
  ): { readonly link: Link | undefined; readonly damage: readonly JournalDamage[] } {
    const link = openLink(this.#vault, this.#journal, frames)
    if (link === undefined && !this.#hasBegun) {
      this.#head = headBehindEarly(this.#head, bytes)
      return { link, damage: [] }
    }
    if (link === undefined || link.number <= this.#head.number) {
      this.#strange += 1
      return { link: undefined, damage: [{ offset }] }
    }
    const { number, at } = this.#head
    const isNext = link.number === number + 1 && link.before === this.#head.hash
    const missing = link.number - number - 1 - this.#strange
    // Damage in between is reported separately, and the number of records in it is unknown.
    const gap =
      isNext || isAfterDamage || (missing < 1 && this.#strange > 0) ? [] : [{ offset, missing, since: at }]
    this.#strange = 0
    this.#hasBegun = true
    this.#head = headAt(link)
    const isWhole = link.content === contentHash(frames.slice(1))
    return { link, damage: isWhole ? gap : [...gap, { offset }] }
  }
}
