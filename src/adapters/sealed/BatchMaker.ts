import { bytesToHex, randomBytes } from '@noble/hashes/utils.js'
import type { Change } from '../../domain/changes/Change'
import type { ChangeRows } from './ChangeRows'
import type { Batch } from './Batch'
import type { StoredBlock, StoredHousehold } from './SealedIndex'
import type { TouchedHouseholds } from './TouchedHouseholds'

/** From this many changes on, a batch goes to the journal as one file of its own. */
const FEWEST_FOR_BULK = 200

/** Seals what is to be saved and assigns its positions, before any transaction opens. */
export class BatchMaker {
  readonly #rows: ChangeRows
  readonly #touched: TouchedHouseholds
  #lastPosition: number

  constructor(rows: ChangeRows, touched: TouchedHouseholds, lastPosition: number) {
    this.#rows = rows
    this.#touched = touched
    this.#lastPosition = lastPosition
  }

  /** Call `note` once the batch is accepted: until then its households count as untouched. */
  ofChanges(changes: readonly Change[], order: Batch['order']): { readonly batch: Batch; note(): void } {
    const sealed = this.#rows.seal(changes)
    const rows = sealed.map((row) => ({ ...row, position: this.#next() }))
    const lastPosition = this.#lastPosition
    const households: readonly StoredHousehold[] = this.#touched.unmarkedOf(changes, lastPosition)
    const batch = {
      commit: { rows, ...(households.length > 0 && { households }) },
      changes: changes.map(({ id, lamport }) => ({ id, lamport })),
      frames: sealed.map((row) => ({ kind: 'changes', ...row }) as const),
      lastPosition,
      order,
      ...(changes.length >= FEWEST_FOR_BULK && { bulkName: bytesToHex(randomBytes(16)) }),
    }
    return { batch, note: () => this.#touched.note(changes, lastPosition, households) }
  }

  ofBlocks(blocks: readonly Omit<StoredBlock, 'position'>[], bulkName?: string): Batch {
    return {
      commit: { blocks: blocks.map((block) => ({ ...block, position: this.#next() })) },
      changes: [],
      frames: blocks.map((block) => ({ kind: 'block', ...block }) as const),
      lastPosition: this.#lastPosition,
      order: 'journal_first',
      ...(bulkName !== undefined && { bulkName }),
    }
  }

  #next(): number {
    this.#lastPosition += 1
    return this.#lastPosition
  }
}
