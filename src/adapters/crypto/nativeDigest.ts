import { createHash } from 'node:crypto'

/** SHA-256 of a text, in hex, as `digest`: several times faster, and only in Node. */
export function nativeDigest(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}
