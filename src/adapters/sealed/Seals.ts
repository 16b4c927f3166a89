import type { KeyRing } from '../crypto/keyRing'
import { Vault, type RecordKind } from '../crypto/Vault'

/** Name of an attachment's one block, and the kind of its record, which distinguishes it from a roster's. */
export const ATTACHMENT = 'attachment'

/** Seals and opens by a project's keys what is long: attachments (`document`: their opaque id), and texts of a whole village. */
export interface Seals {
  seal(document: string, bytes: Uint8Array): Promise<Uint8Array>
  /** Rejects if a single bit differs. */
  open(document: string, sealed: Uint8Array): Promise<Uint8Array>
  /** As `Vault.open`; rejects where that throws, and once the keys are wiped. */
  openText(kind: RecordKind, id: string, sealed: Uint8Array): Promise<string>
  /** From now on everything is sealed by this key. */
  renew(newest: Uint8Array): void
  /** Wipes the keys. */
  end(): void
}

/** What opens a project's records, off the thread and on it. */
export interface Sealed {
  readonly seals: Seals
  readonly vault: Vault
}

/** A text opened aside. A worker that fails is no damage: what it did not open is tried on this thread. Rejects where `Vault.open` throws. */
export function openAside(
  { seals, vault }: Sealed,
  kind: RecordKind,
  id: string,
  sealed: Uint8Array,
): Promise<string> {
  return seals.openText(kind, id, sealed).catch(() => vault.openLong(kind, id, sealed))
}

/** Runs on the calling thread: a second for 20 MB, too long for a window. */
export function sealsOnThread(ring: KeyRing): Seals {
  const vault = new Vault(ring)
  return {
    seal: async (document, bytes) => vault.sealBytes(ATTACHMENT, document, bytes),
    open: async (document, sealed) => vault.openBytes(ATTACHMENT, document, sealed),
    openText: (kind, id, sealed) => vault.openLong(kind, id, sealed),
    renew: (newest) => vault.renew(newest),
    end: () => vault.forget(),
  }
}
