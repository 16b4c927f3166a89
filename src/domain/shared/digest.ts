import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'

/** SHA-256 of a text, in hex. */
export function digest(text: string): string {
  return bytesToHex(sha256(utf8ToBytes(text)))
}

/** The same of a text that comes in pieces: none of it is in memory whole. No piece ends within a character. */
export function digestPieces(pieces: Iterable<string>): string {
  const hash = sha256.create()
  for (const piece of pieces) hash.update(utf8ToBytes(piece))
  return bytesToHex(hash.digest())
}
