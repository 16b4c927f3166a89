import type { AttachmentHash } from '../../application/store/ProjectStore'
import { attachmentHash } from '../crypto/attachmentHash'
import type { Vault } from '../crypto/Vault'
import type { SealedIndex, StoredBlock } from './SealedIndex'

/** Name of an attachment's one block: what tells it from a roster's. */
const ATTACHMENT = 'attachment'

type NewBlock = Omit<StoredBlock, 'position'>

/** Pictures as they are kept: each a document of one sealed block, named after its content. */
export class AttachmentBlocks {
  readonly #vault: Vault
  readonly #index: SealedIndex

  constructor(vault: Vault, index: SealedIndex) {
    this.#vault = vault
    this.#index = index
  }

  seal(bytes: Uint8Array): { readonly hash: AttachmentHash; readonly block: NewBlock } {
    const hash = attachmentHash(bytes)
    const document = this.#vault.opaqueId(ATTACHMENT, hash)
    const sealed = this.#vault.sealBytes(ATTACHMENT, document, bytes)
    return { hash, block: { document, block: ATTACHMENT, sealed } }
  }

  async read(hash: AttachmentHash): Promise<Uint8Array | undefined> {
    const block = await this.#index.block(this.#vault.opaqueId(ATTACHMENT, hash), ATTACHMENT)
    return block && attachmentOf(block, this.#vault)
  }
}

/** The attachment that a block holds; undefined where it is part of something else. */
export function attachmentOf({ document, block, sealed }: NewBlock, vault: Vault): Uint8Array | undefined {
  return block === ATTACHMENT ? vault.openBytes(ATTACHMENT, document, sealed) : undefined
}
