import { createHash } from 'node:crypto'

/** SHA-256 of a text or of bytes, in hex, as `digest`: several times faster, and only in Node. */
export function nativeDigest(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex')
}

/** The same for content in portions. */
export function nativeDigestOf(portions: Iterable<string | Uint8Array>): string {
  const hash = createHash('sha256')
  for (const portion of portions) hash.update(portion)
  return hash.digest('hex')
}
