import type { SummaryEntry, TouchedHousehold } from '../../application/store/ProjectStore'
import type { Vault } from '../crypto/Vault'
import type { SealedIndex } from './SealedIndex'
import type { TouchedHouseholds } from './TouchedHouseholds'

/** Cached summaries, one sealed block for each group of households. They may be lost: the journal never sees them. */
export class SummaryBlocks {
  readonly #vault: Vault
  readonly #index: SealedIndex
  readonly #touched: TouchedHouseholds

  constructor(vault: Vault, index: SealedIndex, touched: TouchedHouseholds) {
    this.#vault = vault
    this.#index = index
    this.#touched = touched
  }

  async read(group: string): Promise<readonly SummaryEntry[]> {
    const key = this.#vault.opaqueId('summaries', group)
    const sealed = await this.#index.summaries(key)
    if (sealed === undefined) return []
    return JSON.parse(this.#vault.open('summaries', key, sealed)) as readonly SummaryEntry[]
  }

  put(group: string, entries: readonly SummaryEntry[], reckoned: readonly TouchedHousehold[]): Promise<void> {
    const key = this.#vault.opaqueId('summaries', group)
    const sealed = this.#vault.seal('summaries', key, JSON.stringify(entries))
    return this.#index.commit({
      summaries: { group: key, sealed },
      clearedMarks: this.#touched.clear(reckoned),
    })
  }
}
