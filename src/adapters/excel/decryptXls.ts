import { md5, sha1 } from '@noble/hashes/legacy.js'
import { concatBytes } from '@noble/hashes/utils.js'
import { rc4 } from './rc4'

/**
 * The decrypted stream of an .xls, `null` when it is encrypted with a password that a user chose. Excel encrypts a
 * workbook whose structure is protected with a password of its own, and opens it without asking ([MS-OFFCRYPTO] 2.3.6 and
 * 2.3.5; [MS-XLS] 2.2.10).
 */
export function decryptXls(stream: Uint8Array): Uint8Array | null {
  const password = passwordRecord(stream)
  if (password === null) return stream
  const keyOf = blockKeys(password)
  return keyOf === null ? null : decrypted(stream, keyOf)
}

type KeyOfBlock = (block: number) => Uint8Array

/** The record with the encryption method of the stream, among those before the first sheet. */
function passwordRecord(stream: Uint8Array): DataView | null {
  for (const { type, begin, length } of recordsOf(stream)) {
    if (type === PASSWORD) return new DataView(stream.buffer, stream.byteOffset + begin, length)
    if (type === END) return null
  }
  return null
}

/** The key of each block, where the password is Excel's own. */
function blockKeys(record: DataView): KeyOfBlock | null {
  const bytes = new Uint8Array(record.buffer, record.byteOffset, record.byteLength)
  if (record.byteLength < SHORTEST || record.getUint16(0, true) !== RC4) return null
  const [major, minor] = [record.getUint16(2, true), record.getUint16(4, true)]
  if (major === 1 && minor === 1) {
    const keyOf = oldKeys(bytes.subarray(6, 22))
    return isPassword(keyOf, bytes.subarray(22, 38), bytes.subarray(38, 54), md5) ? keyOf : null
  }
  if (minor !== 2 || record.byteLength < 14) return null
  const header = 14
  const verifier = header + record.getUint32(10, true)
  if (verifier + 60 > record.byteLength) return null
  const keyBits = record.getUint32(header + 16, true) || 40
  const keyOf = newKeys(bytes.subarray(verifier + 4, verifier + 20), keyBits / 8)
  const [secret, hash] = [
    bytes.subarray(verifier + 20, verifier + 36),
    bytes.subarray(verifier + 40, verifier + 60),
  ]
  return isPassword(keyOf, secret, hash, sha1) ? keyOf : null
}

/** Of Excel 97 to 2003: 40 bits of a hash of a hash. */
function oldKeys(salt: Uint8Array): KeyOfBlock {
  const first = md5(DEFAULT_PASSWORD).subarray(0, 5)
  const salted = md5(concatBytes(...Array.from({ length: 16 }, () => [first, salt]).flat())).subarray(0, 5)
  return (block) => md5(concatBytes(salted, littleEndian(block)))
}

/** Of later ones. A key of 40 bits is filled up with zeros. */
function newKeys(salt: Uint8Array, keyBytes: number): KeyOfBlock {
  const salted = sha1(concatBytes(salt, DEFAULT_PASSWORD))
  return (block) => {
    const key = sha1(concatBytes(salted, littleEndian(block))).subarray(0, keyBytes)
    return keyBytes === 5 ? concatBytes(key, new Uint8Array(11)) : key
  }
}

/** The file has a secret and its hash, both encrypted. */
function isPassword(
  keyOf: KeyOfBlock,
  secret: Uint8Array,
  hash: Uint8Array,
  hashOf: (bytes: Uint8Array) => Uint8Array,
): boolean {
  const next = rc4(keyOf(0))
  const plain = secret.map((byte) => byte ^ next())
  const expected = hashOf(plain)
  return hash.every((byte, index) => (byte ^ next()) === expected[index])
}

/** Every 1024 bytes have a key of their own. Heads of records are not encrypted, but still use up the key stream. */
function decrypted(stream: Uint8Array, keyOf: KeyOfBlock): Uint8Array {
  const plain = Uint8Array.from(stream)
  let [block, next] = [-1, (): number => 0]
  let read = 0
  const decrypt = (begin: number, end: number) => {
    for (; read < end; read++) {
      if (read >> BLOCK_BITS !== block) {
        block = read >> BLOCK_BITS
        next = rc4(keyOf(block))
      }
      const key = next()
      if (read >= begin) plain[read] = (stream[read] ?? 0) ^ key
    }
  }
  for (const { type, begin, length } of recordsOf(stream)) {
    if (type === PASSWORD) new DataView(plain.buffer).setUint16(begin - HEAD, PASSED_OVER, true)
    if (PLAIN.has(type)) continue
    // The place where a sheet begins is not encrypted either.
    decrypt(begin + (type === SHEET ? 4 : 0), Math.min(begin + length, stream.length))
  }
  return plain
}

function* recordsOf(stream: Uint8Array): Generator<{ type: number; begin: number; length: number }> {
  const view = new DataView(stream.buffer, stream.byteOffset, stream.byteLength)
  for (let at = 0; at + HEAD <= stream.length; at += HEAD + view.getUint16(at + 2, true)) {
    const length = Math.min(view.getUint16(at + 2, true), stream.length - at - HEAD)
    yield { type: view.getUint16(at, true), begin: at + HEAD, length }
  }
}

function littleEndian(number: number): Uint8Array {
  const bytes = new Uint8Array(4)
  new DataView(bytes.buffer).setUint32(0, number, true)
  return bytes
}

/** In UTF-16. */
const DEFAULT_PASSWORD = Uint8Array.from(
  [...'VelvetSweatshop'].flatMap((letter) => [letter.charCodeAt(0), 0]),
)
const HEAD = 4
const PASSWORD = 0x2f
const END = 0x0a
const RC4 = 1
const SHORTEST = 54
const BLOCK_BITS = 10
const SHEET = 0x85
/** As in `neededRecords`. */
const PASSED_OVER = 0x01be
/** BOF, the password's, InterfaceHdr and those of shared workbooks ([MS-XLS] 2.2.10). */
const PLAIN: ReadonlySet<number> = new Set([0x809, PASSWORD, 0xe1, 0x194, 0x195, 0x196, 0x138])
