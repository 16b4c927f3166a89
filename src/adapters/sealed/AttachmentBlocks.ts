import type { AttachmentHash } from '../../application/store/ProjectStore'
import { hashBytes } from '../crypto/hashBytes'
import type { Vault } from '../crypto/Vault'
import { ATTACHMENT, type Seals } from './Seals'
import type { BlockReader } from './BlockReader'
import type { StoredBlock } from './SealedIndex'

type NewBlock = Omit<StoredBlock, 'position'>

/** Stores pictures and sounds: each is a document of one sealed block, named by the hash of its content. */
export class AttachmentBlocks {
  readonly #vault: Vault
  readonly #blocks: BlockReader
  readonly #seals: Seals

  constructor(vault: Vault, blocks: BlockReader, seals: Seals) {
    this.#vault = vault
    this.#blocks = blocks
    this.#seals = seals
  }

  /** Returns the block to save; null where it is stored already. */
  async seal(bytes: Uint8Array): Promise<{ readonly hash: AttachmentHash; readonly block: NewBlock | null }> {
    const hash = await hashBytes(bytes)
    const document = this.#documentOf(hash)
    if ((await this.#blocks.names(document)).includes(ATTACHMENT)) return { hash, block: null }
    const sealed = await this.#seals.seal(document, bytes)
    return { hash, block: { document, block: ATTACHMENT, sealed } }
  }

  read(hash: AttachmentHash): Promise<Uint8Array | undefined> {
    const document = this.#documentOf(hash)
    const lost = { code: 'attachment_unreadable' as const, value: hash }
    return this.#blocks.read(document, ATTACHMENT, ({ sealed }) => this.#seals.open(document, sealed), lost)
  }

  #documentOf(hash: AttachmentHash): string {
    return this.#vault.opaqueId(ATTACHMENT, hash)
  }
}

/** The attachment in a block; undefined where the block is of another kind, or does not open. */
export function attachmentOf({ document, block, sealed }: NewBlock, vault: Vault): Uint8Array | undefined {
  if (block !== ATTACHMENT || !vault.opens(ATTACHMENT, document, sealed)) return undefined
  return vault.openBytes(ATTACHMENT, document, sealed)
}
