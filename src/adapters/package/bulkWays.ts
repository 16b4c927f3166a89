import { inflatePortably, type Inflate } from '../archive/unpackBounded'
import { digest } from '../crypto/digest'

/** Bulk operations on a package: the terminal has faster ones than the browser. */
export interface BulkWays {
  /** A chunk's SHA-256 in hex; its bytes too where they will be written. */
  hash(text: string): { readonly hash: string; readonly bytes: Uint8Array | null }
  /** UTF-8, a byte order mark kept. */
  decode(bytes: Uint8Array): string
  readonly inflate: Inflate
}

const DECODER = new TextDecoder('utf-8', { ignoreBOM: true })

export const PORTABLE_WAYS: BulkWays = {
  hash: (text) => ({ hash: digest(text), bytes: null }),
  decode: (bytes) => DECODER.decode(bytes),
  inflate: inflatePortably,
}
