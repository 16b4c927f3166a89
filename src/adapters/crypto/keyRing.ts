import { xchacha20poly1305 } from '@noble/ciphers/chacha.js'
import { hkdf } from '@noble/hashes/hkdf.js'
import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, concatBytes, hexToBytes, randomBytes, utf8ToBytes } from '@noble/hashes/utils.js'

/** A project's keys, the newest first: it seals new data, the others open older data. */
export type KeyRing = readonly [Uint8Array, ...Uint8Array[]]

const NONCE_BYTES = 24

/** A key as stored in the header, sealed under the key that came after it; hex. */
export function sealOlderKey(newer: Uint8Array, older: Uint8Array): string {
  const nonce = randomBytes(NONCE_BYTES)
  return bytesToHex(concatBytes(nonce, xchacha20poly1305(sealingKey(newer), nonce).encrypt(older)))
}

/** All keys that the newest one opens; undefined where one was altered. `older`: the newest first. */
export function openKeyRing(newest: Uint8Array, older: readonly string[]): KeyRing | undefined {
  const ring: [Uint8Array, ...Uint8Array[]] = [newest]
  try {
    let newer = newest
    for (const text of older) {
      const sealed = hexToBytes(text)
      const cipher = xchacha20poly1305(sealingKey(newer), sealed.subarray(0, NONCE_BYTES))
      newer = cipher.decrypt(sealed.subarray(NONCE_BYTES))
      ring.push(newer)
    }
  } catch {
    return undefined
  }
  return ring
}

function sealingKey(key: Uint8Array): Uint8Array {
  return hkdf(sha256, key, undefined, utf8ToBytes('yihu older key 1'), 32)
}
