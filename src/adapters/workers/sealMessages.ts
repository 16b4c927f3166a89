import type { KeyRing } from '../crypto/keyRing'

/** Messages to the worker: the project's keys first, then what to seal or open. */
export type ToSealWorker =
  | { readonly kind: 'key'; readonly ring: KeyRing }
  | { readonly kind: 'seal' | 'open'; readonly document: string; readonly bytes: Uint8Array }

/** Messages from the worker, in the order of the requests. */
export type FromSealWorker =
  | { readonly kind: 'done'; readonly bytes: Uint8Array }
  | { readonly kind: 'failed'; readonly message: string }
