import { Vault } from '../crypto/Vault'

/** Name of an attachment's one block, and the kind of its record: what tells it from a roster's. */
export const ATTACHMENT = 'attachment'

/** Seals attachments by a project's key and opens them; `document`: the opaque id of the attachment. */
export interface AttachmentSeals {
  seal(document: string, bytes: Uint8Array): Promise<Uint8Array>
  /** Rejects if a single bit differs. */
  open(document: string, sealed: Uint8Array): Promise<Uint8Array>
  /** Lets go of the key. */
  end(): void
}

/** On the thread that asks: a second for 20 MB, which no window can spare. */
export function sealsOnThread(projectKey: Uint8Array): AttachmentSeals {
  const vault = new Vault(projectKey)
  return {
    seal: async (document, bytes) => vault.sealBytes(ATTACHMENT, document, bytes),
    open: async (document, sealed) => vault.openBytes(ATTACHMENT, document, sealed),
    end: () => vault.forget(),
  }
}
