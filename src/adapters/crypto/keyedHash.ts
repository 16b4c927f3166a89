import { hmac } from '@noble/hashes/hmac.js'
import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'

/**
 * HMAC-SHA-256 of a text under `salt`, cut to 128 bits, in hex: the same on every machine, and without the salt no
 * use for finding the text. The key's two states are made once; a list has a hundred thousand numbers to hash.
 */
export function keyedHash(salt: string): (text: string) => string {
  const keyed = hmac.create(sha256, utf8ToBytes(salt))
  return (text) => bytesToHex(keyed.clone().update(utf8ToBytes(text)).digest().subarray(0, KEY_BYTES))
}

const KEY_BYTES = 16
