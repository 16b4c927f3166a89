import type { NumberedChange } from './Checkpoint'
import type { Frame } from './frames'
import type { IndexCommit } from './SealedIndex'

/** What must be written to both sides, all or nothing. */
export interface Batch {
  readonly commit: IndexCommit
  /** The changes in it, noted for the checkpoint once they are durable; their content is sealed in `frames`. */
  readonly changes: readonly NumberedChange[]
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
