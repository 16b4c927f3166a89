import type { SummaryEntry, TouchedHousehold } from '../../application/store/ProjectStore'
import type { Vault } from '../crypto/Vault'
import { breathe } from './breathe'
import type { FoundTrouble } from './FoundTrouble'
import type { OpenedProject } from './OpenedProject'
import type { SealedIndex } from './SealedIndex'
import { openAside, type Sealed } from './Seals'
import type { TouchedHouseholds } from './TouchedHouseholds'

/** Cached summaries, one sealed block for each group of households. They may be lost: the journal never sees them. */
export class SummaryBlocks {
  readonly #vault: Vault
  readonly #index: SealedIndex
  readonly #sealed: Sealed
  readonly #touched: TouchedHouseholds
  readonly #trouble: FoundTrouble

  constructor(opened: OpenedProject) {
    this.#vault = opened.vault
    this.#sealed = opened
    this.#index = opened.index
    this.#touched = opened.touched
    this.#trouble = opened.trouble
  }

  /** In the order of the groups, read and opened together, off the window's thread. */
  async read(groups: readonly string[]): Promise<readonly (readonly SummaryEntry[])[]> {
    const keys = groups.map((group) => this.#vault.opaqueId('summaries', group))
    const found = await this.#index.summaries(keys)
    const texts = await Promise.all(keys.map((key, index) => this.#textOf(key, found[index])))
    const read: (readonly SummaryEntry[])[] = []
    for (const [index, group] of groups.entries()) {
      const text = texts[index]
      read.push(text === undefined ? await this.#lost(group) : (JSON.parse(text) as readonly SummaryEntry[]))
      await breathe()
    }
    return read
  }

  /** Undefined where it does not open. */
  async #textOf(key: string, sealed: Uint8Array | undefined): Promise<string | undefined> {
    if (sealed === undefined) return '[]'
    try {
      return await openAside(this.#sealed, 'summaries', key, sealed)
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
