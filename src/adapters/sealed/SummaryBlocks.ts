import type { SummaryEntry, TouchedHousehold } from '../../application/store/ProjectStore'
import type { Vault } from '../crypto/Vault'
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

  async read(group: string): Promise<readonly SummaryEntry[]> {
    const key = this.#vault.opaqueId('summaries', group)
    const sealed = await this.#index.summaries(key)
    if (sealed === undefined) return []
    if (!this.#vault.opens('summaries', key, sealed)) return this.#lost(group)
    return JSON.parse(this.#vault.open('summaries', key, sealed)) as readonly SummaryEntry[]
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
