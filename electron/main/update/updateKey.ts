import { createHash } from 'node:crypto'

/** Put in by the build: the publisher's public key in hex, or null. Nothing at run time changes it. */
declare const __YIHU_UPDATE_KEY__: string | null

/** The only key whose updates this build takes. */
export const UPDATE_KEY = __YIHU_UPDATE_KEY__

/** The first 32 hex digits of the key's SHA-256, in fours, as a person compares them. */
export function keyFingerprint(key: string): string {
  const digits = createHash('sha256').update(Buffer.from(key, 'hex')).digest('hex').slice(0, 32)
  return digits.replaceAll(/.{4}(?=.)/g, '$& ')
}
