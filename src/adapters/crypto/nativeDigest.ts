import { createHash } from 'node:crypto'

/** SHA-256 of a text or of bytes, in hex, as `digest`: several times faster, and only in Node. */
export function nativeDigest(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex')
}
