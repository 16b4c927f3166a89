import type { KeyRing } from '../crypto/keyRing'
import type { RecordKind } from '../crypto/Vault'

/** Messages to the worker: the project's keys first, then what to seal or open. */
export type ToSealWorker =
  | { readonly kind: 'key'; readonly ring: KeyRing }
  | { readonly kind: 'seal' | 'open'; readonly document: string; readonly bytes: Uint8Array }
  | { readonly kind: 'openText'; readonly of: RecordKind; readonly id: string; readonly bytes: Uint8Array }

/** Messages from the worker, in the order of the requests. */
export type FromSealWorker =
  | { readonly kind: 'done'; readonly content: Uint8Array | string }
  | { readonly kind: 'failed'; readonly message: string }
