import type { KeyRing } from '../crypto/keyRing'

/** What the window tells the worker: the project's key first, then what to seal or open. */
export type ToSealWorker =
  | { readonly kind: 'key'; readonly ring: KeyRing }
  | { readonly kind: 'seal' | 'open'; readonly document: string; readonly bytes: Uint8Array }

/** What the worker tells, in the order of the asking. */
export type FromSealWorker =
  | { readonly kind: 'done'; readonly bytes: Uint8Array }
  | { readonly kind: 'failed'; readonly message: string }
