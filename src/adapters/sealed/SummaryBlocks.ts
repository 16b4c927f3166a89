import type { SummaryEntry, TouchedHousehold } from '../../application/store/ProjectStore'
import type { Vault } from '../crypto/Vault'
import { breathe } from './breathe'
import type { FoundTrouble } from './FoundTrouble'
import type { OpenedProject } from './OpenedProject'
import type { SealedIndex } from './SealedIndex'
import type { TouchedHouseholds } from './TouchedHouseholds'

/** Cached summaries, one sealed block for each group of households. They may be lost: the journal never sees them. */
export class SummaryBlocks {
  readonly #vault: Vault
  readonly #index: SealedIndex
  readonly #touched: TouchedHouseholds
  readonly #trouble: FoundTrouble

  constructor({ vault, index, touched, trouble }: OpenedProject) {
    this.#vault = vault
    this.#index = index
    this.#touched = touched
    this.#trouble = trouble
  }

  /** In the order of the groups, read together and opened one after another. */
  async read(groups: readonly string[]): Promise<readonly (readonly SummaryEntry[])[]> {
    const keys = groups.map((group) => this.#vault.opaqueId('summaries', group))
    const found = await this.#index.summaries(keys)
    const read: (readonly SummaryEntry[])[] = []
    for (const [index, group] of groups.entries()) {
      read.push(await this.#open(group, keys[index] ?? '', found[index]))
      await breathe()
    }
    return read
  }

  async #open(group: string, key: string, sealed: Uint8Array | undefined): Promise<readonly SummaryEntry[]> {
    if (sealed === undefined) return []
    const text = this.#textOf(key, sealed)
    return text === undefined ? this.#lost(group) : (JSON.parse(text) as readonly SummaryEntry[])
  }

  /** Undefined where it does not open. */
  #textOf(key: string, sealed: Uint8Array): string | undefined {
    try {
      return this.#vault.open('summaries', key, sealed)
    } catch (error) {
      // A locked project is not a damaged one.
      if (this.#vault.isForgotten) throw error
      return undefined
    }
  }

  /** Which households were in the group is unknown then: all are computed again from their changes. */
  async #lost(group: string): Promise<readonly SummaryEntry[]> {
    this.#trouble.report('summaries_unreadable', group)
    await this.#index.commit({ households: this.#touched.markAll(await this.#index.households()) })
    return []
  }

  put(
    group: string,
    entries: readonly SummaryEntry[],
    recomputed: readonly TouchedHousehold[],
  ): Promise<void> {
    const key = this.#vault.opaqueId('summaries', group)
    const sealed = this.#vault.seal('summaries', key, JSON.stringify(entries))
    return this.#index.commit({
      summaries: { group: key, sealed },
      clearedMarks: this.#touched.clear(recomputed),
    })
  }
}
