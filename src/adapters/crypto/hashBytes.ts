import { bytesToHex } from '@noble/hashes/utils.js'

/** SHA-256 of the bytes, in hex, by the platform's own code, off the window's thread: 20 MB would block it for long. */
export async function hashBytes(bytes: Uint8Array): Promise<string> {
  // A view of memory that threads share is refused; nothing here makes one.
  return bytesToHex(new Uint8Array(await crypto.subtle.digest('SHA-256', bytes as Uint8Array<ArrayBuffer>)))
}
