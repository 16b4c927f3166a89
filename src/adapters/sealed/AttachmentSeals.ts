import type { KeyRing } from '../crypto/keyRing'
import { Vault } from '../crypto/Vault'

/** Name of an attachment's one block, and the kind of its record, which distinguishes it from a roster's. */
export const ATTACHMENT = 'attachment'

/** Seals attachments by a project's keys and opens them; `document`: the opaque id of the attachment. */
export interface AttachmentSeals {
  seal(document: string, bytes: Uint8Array): Promise<Uint8Array>
  /** Rejects if a single bit differs. */
  open(document: string, sealed: Uint8Array): Promise<Uint8Array>
  /** From now on everything is sealed by this key. */
  renew(newest: Uint8Array): void
  /** Wipes the keys. */
  end(): void
}

/** Runs on the calling thread: a second for 20 MB, too long for a window. */
export function sealsOnThread(ring: KeyRing): AttachmentSeals {
  const vault = new Vault(ring)
  return {
    seal: async (document, bytes) => vault.sealBytes(ATTACHMENT, document, bytes),
    open: async (document, sealed) => vault.openBytes(ATTACHMENT, document, sealed),
    renew: (newest) => vault.renew(newest),
    end: () => vault.forget(),
  }
}
