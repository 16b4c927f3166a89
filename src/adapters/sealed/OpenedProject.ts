import type { ReplicaId } from '../../domain/changes/Change'
import type { Vault } from '../crypto/Vault'
import type { Seals } from './Seals'
import type { BlockReader } from './BlockReader'
import type { Checkpoint } from './Checkpoint'
import type { FoundTrouble } from './FoundTrouble'
import type { SaveQueue } from './SaveQueue'
import type { SealedIndex } from './SealedIndex'
import type { TouchedHouseholds } from './TouchedHouseholds'

/** Everything a store needs of an open project. */
export interface OpenedProject {
  readonly projectId: string
  readonly trouble: FoundTrouble
  readonly vault: Vault
  readonly seals: Seals
  readonly index: SealedIndex
  readonly blocks: BlockReader
  readonly saves: SaveQueue
  readonly checkpoint: Checkpoint
  readonly touched: TouchedHouseholds
  /** Of this opening alone. */
  readonly replica: ReplicaId
  readonly lastPosition: number
  /** Closes journal and index, and releases the lock. */
  release(): Promise<void>
}
