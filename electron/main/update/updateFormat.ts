import { ed25519 } from '@noble/curves/ed25519.js'
import type { ReadableFile } from '../../disk/openToRead'
import { parseManifest, type UpdateManifest } from './UpdateManifest'

/** Every update file begins with these words, the format's number and a line end. */
const MARK = Buffer.from('yihu update ', 'latin1')
const FORMAT = Buffer.from('1\n', 'latin1')
const KEY_BYTES = 32
const LENGTH_BYTES = 4
const SIGNATURE_BYTES = 64
const LARGEST_MANIFEST = 2 ** 20
const MANIFEST_AT = MARK.length + FORMAT.length + KEY_BYTES + LENGTH_BYTES

/** The signed beginning of an update file. */
export interface UpdateHead {
  readonly manifest: UpdateManifest
  /** Where the installer's bytes begin. */
  readonly installerAt: number
}

export type HeadReading =
  | { readonly kind: 'signed'; readonly head: UpdateHead }
  | { readonly kind: 'not_an_update' | 'later_format' | 'altered' | 'other_key' }

/**
 * What stands before the installer: mark, public key (32 bytes), length (4, little-endian) and text of the manifest, and the Ed25519
 * signature (64) over all bytes before it. The mark tells what is signed from whatever else is signed with Ed25519.
 */
export function encodeHead(manifest: UpdateManifest, seed: Uint8Array): Uint8Array {
  const text = Buffer.from(JSON.stringify(manifest), 'utf8')
  if (text.length > LARGEST_MANIFEST) throw new RangeError('the manifest is too long')
  const length = Buffer.alloc(LENGTH_BYTES)
  length.writeUInt32LE(text.length)
  const signed = Buffer.concat([MARK, FORMAT, ed25519.getPublicKey(seed), length, text])
  return Buffer.concat([signed, ed25519.sign(signed, seed)])
}

/** Reads and verifies the beginning of an update file; nothing in it is looked at before its signature holds. `key`: hex. */
export async function readHead(file: ReadableFile, key: string): Promise<HeadReading> {
  const start = Buffer.from(await file.read(0, MANIFEST_AT))
  if (start.length < MARK.length || MARK.compare(start, 0, MARK.length) !== 0)
    return { kind: 'not_an_update' }
  const format = start.subarray(MARK.length, MARK.length + FORMAT.length)
  if (!format.equals(FORMAT)) return { kind: isLaterFormat(start) ? 'later_format' : 'altered' }
  if (start.length < MANIFEST_AT) return { kind: 'altered' }
  const keyAt = MARK.length + FORMAT.length
  if (start.toString('hex', keyAt, keyAt + KEY_BYTES) !== key) return { kind: 'other_key' }
  const length = start.readUInt32LE(MANIFEST_AT - LENGTH_BYTES)
  if (length > LARGEST_MANIFEST) return { kind: 'altered' }
  const rest = await file.read(MANIFEST_AT, length + SIGNATURE_BYTES)
  if (rest.length < length + SIGNATURE_BYTES) return { kind: 'altered' }
  const text = rest.subarray(0, length)
  if (!isSigned(Buffer.concat([start, text]), rest.subarray(length), key)) return { kind: 'altered' }
  const manifest = parseManifest(Buffer.from(text).toString('utf8'))
  // Signed by the right key, and still not understood: made for a later app.
  if (manifest === null) return { kind: 'later_format' }
  return { kind: 'signed', head: { manifest, installerAt: MANIFEST_AT + rest.length } }
}

function isLaterFormat(start: Buffer): boolean {
  const number = /^(\d{1,4})\n/.exec(start.toString('latin1', MARK.length, MARK.length + 5))?.[1]
  return number !== undefined && Number(number) > 1
}

function isSigned(signed: Uint8Array, signature: Uint8Array, key: string): boolean {
  try {
    return ed25519.verify(signature, signed, Buffer.from(key, 'hex'), { zip215: false })
  } catch {
    return false
  }
}
