import type { AttachmentHash } from '../../application/store/ProjectStore'
import { hashBytes } from '../crypto/hashBytes'
import type { Vault } from '../crypto/Vault'
import { ATTACHMENT, type AttachmentSeals } from './AttachmentSeals'
import type { SealedIndex, StoredBlock } from './SealedIndex'

type NewBlock = Omit<StoredBlock, 'position'>

/** Pictures and sounds as they are kept: each a document of one sealed block, named after its content. */
export class AttachmentBlocks {
  readonly #vault: Vault
  readonly #index: SealedIndex
  readonly #seals: AttachmentSeals

  constructor(vault: Vault, index: SealedIndex, seals: AttachmentSeals) {
    this.#vault = vault
    this.#index = index
    this.#seals = seals
  }

  /** With the block to be saved; null where it is here already. */
  async seal(bytes: Uint8Array): Promise<{ readonly hash: AttachmentHash; readonly block: NewBlock | null }> {
    const hash = await hashBytes(bytes)
    const document = this.#documentOf(hash)
    if ((await this.#index.block(document, ATTACHMENT)) !== undefined) return { hash, block: null }
    const sealed = await this.#seals.seal(document, bytes)
    return { hash, block: { document, block: ATTACHMENT, sealed } }
  }

  async read(hash: AttachmentHash): Promise<Uint8Array | undefined> {
    const document = this.#documentOf(hash)
    const block = await this.#index.block(document, ATTACHMENT)
    return block && this.#seals.open(document, block.sealed)
  }

  #documentOf(hash: AttachmentHash): string {
    return this.#vault.opaqueId(ATTACHMENT, hash)
  }
}

/** The attachment that a block holds; undefined where it is part of something else. */
export function attachmentOf({ document, block, sealed }: NewBlock, vault: Vault): Uint8Array | undefined {
  return block === ATTACHMENT ? vault.openBytes(ATTACHMENT, document, sealed) : undefined
}
