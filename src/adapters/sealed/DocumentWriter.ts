import { bytesToHex, randomBytes } from '@noble/hashes/utils.js'
import type {
  AttachmentHash,
  RosterDocument,
  RosterHash,
  RosterPart,
} from '../../application/store/ProjectStore'
import { refusal, success, type Result } from '../../domain/shared/Result'
import { isSoundPart, rosterHash } from '../crypto/rosterHash'
import type { AttachmentBlocks } from './AttachmentBlocks'
import type { BatchMaker } from './BatchMaker'
import type { BlockReader } from './BlockReader'
import type { OpenedProject } from './OpenedProject'
import type { RosterBlocks } from './RosterBlocks'
import type { SaveQueue } from './SaveQueue'
import type { StoredBlock } from './SealedIndex'

type NewBlock = Omit<StoredBlock, 'position'>

/** Saves rosters and attachments: of each only the blocks that are not stored yet. */
export class DocumentWriter {
  readonly #saves: SaveQueue
  readonly #blocks: BlockReader
  readonly #batches: BatchMaker
  readonly #rosters: RosterBlocks
  readonly #attachments: AttachmentBlocks

  constructor(
    { saves, blocks }: OpenedProject,
    batches: BatchMaker,
    rosters: RosterBlocks,
    attachments: AttachmentBlocks,
  ) {
    this.#saves = saves
    this.#blocks = blocks
    this.#batches = batches
    this.#rosters = rosters
    this.#attachments = attachments
  }

  async putRoster(document: RosterDocument): Promise<Result<RosterHash>> {
    const { hash, blocks } = await this.#rosters.seal(document)
    const key = this.#rosters.documentKey(hash)
    const here = new Set(await this.#blocks.names(key))
    const lacking = blocks.filter(({ block }) => !here.has(block))
    if (lacking.length === 0) return success(hash)
    return hashIfSaved(hash, await this.save(lacking, here.size === 0 ? key : newBulkName()))
  }

  async putRosterPart(part: RosterPart): Promise<Result<RosterHash>> {
    if (!isSoundPart(part)) return refusal('roster_damaged')
    const hash = rosterHash(part.villages)
    const blocks = await this.#rosters.lacking(part)
    if (blocks.length === 0) return success(hash)
    // Not under the document's name: an earlier part may have used it.
    return hashIfSaved(hash, await this.save(blocks, newBulkName()))
  }

  async putAttachment(bytes: Uint8Array): Promise<Result<AttachmentHash>> {
    const { hash, block } = await this.#attachments.seal(bytes)
    if (block === null) return success(hash)
    return hashIfSaved(hash, await this.save([block], block.document))
  }

  /** `bulkName`: the journal's file that the blocks go to; without it they go into the journal itself. */
  save(blocks: readonly NewBlock[], bulkName?: string): Promise<Result<null>> {
    return this.#saves.save(this.#batches.ofBlocks(blocks, bulkName))
  }
}

function hashIfSaved(hash: string, saved: Result<null>): Result<string> {
  return saved.ok ? success(hash) : saved
}

function newBulkName(): string {
  return bytesToHex(randomBytes(16))
}
