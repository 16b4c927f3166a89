import type { ReplicaId } from '../../domain/changes/Change'
import type { Problem } from '../../domain/shared/Problem'
import type { Vault } from '../crypto/Vault'
import type { AttachmentSeals } from './AttachmentSeals'
import type { Checkpoint } from './Checkpoint'
import type { SaveQueue } from './SaveQueue'
import type { SealedIndex } from './SealedIndex'
import type { TouchedHouseholds } from './TouchedHouseholds'

/** What a shelf has opened and hands over to the store. */
export interface OpenedProject {
  readonly projectId: string
  readonly openingProblems: readonly Problem[]
  readonly vault: Vault
  readonly seals: AttachmentSeals
  readonly index: SealedIndex
  readonly saves: SaveQueue
  readonly checkpoint: Checkpoint
  readonly touched: TouchedHouseholds
  /** Of this opening alone. */
  readonly replica: ReplicaId
  readonly lastPosition: number
  /** Lets go of journal, index and lock. */
  release(): Promise<void>
}
