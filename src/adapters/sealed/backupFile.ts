import { sha256 } from '@noble/hashes/sha2.js'
import { concatBytes, utf8ToBytes } from '@noble/hashes/utils.js'
import { refusal, success, type Result } from '../../domain/shared/Result'
import type { Vault } from '../crypto/Vault'
import { decodeFrames, encodeFrames, type Frame } from './frames'
import { laterProject, parseProjectHeader, type ProjectHeader } from './ProjectHeader'

/** Every backup begins with these words and the format's number. */
const MAGIC = utf8ToBytes('yihu backup ')
const FORMAT = utf8ToBytes('1\n')
const HASH_BYTES = 32
const LENGTH_BYTES = 4

/** A backup as it was read: its bytes are complete; `seal` shows whether they are the project's own. */
export interface BackupFile {
  readonly header: ProjectHeader
  readonly headerText: string
  readonly frames: readonly Frame[]
  /** The bytes that the seal authenticates. */
  readonly body: Uint8Array
  readonly seal: Uint8Array
}

/**
 * One file: magic, length and text of the header, sealed frames, the project key's seal over all of that (32 bytes), and
 * a SHA-256 over everything (32), which detects a torn copy before a passcode is asked for.
 */
export function encodeBackup(headerText: string, frames: readonly Frame[], vault: Vault): Uint8Array {
  const header = utf8ToBytes(headerText)
  const length = new Uint8Array(LENGTH_BYTES)
  new DataView(length.buffer).setUint32(0, header.length, true)
  const body = concatBytes(MAGIC, FORMAT, length, header, encodeFrames(frames))
  const sealed = concatBytes(body, vault.vouchFor(body))
  return concatBytes(sealed, sha256(sealed))
}

/** Refused: `backup_unreadable` (something else), `backup_newer`, `backup_damaged` (torn or altered). */
export function decodeBackup(name: string, bytes: Uint8Array): Result<BackupFile> {
  if (!startsWith(bytes, 0, MAGIC)) return refusal('backup_unreadable', name)
  if (!startsWith(bytes, MAGIC.length, FORMAT)) {
    const next = bytes.indexOf(10, MAGIC.length)
    const number = next < 0 ? '' : new TextDecoder().decode(bytes.subarray(MAGIC.length, next))
    return /^[2-9]$|^\d{2,4}$/.test(number) ? refusal('backup_newer') : refusal('backup_damaged')
  }
  const start = MAGIC.length + FORMAT.length
  const end = bytes.length - 2 * HASH_BYTES
  if (end < start + LENGTH_BYTES) return refusal('backup_damaged')
  const whole = bytes.subarray(0, bytes.length - HASH_BYTES)
  if (!startsWith(bytes, whole.length, sha256(whole))) return refusal('backup_damaged')
  return partsOf(bytes, start, end)
}

function partsOf(bytes: Uint8Array, start: number, end: number): Result<BackupFile> {
  const length = new DataView(bytes.buffer, bytes.byteOffset).getUint32(start, true)
  const afterHeader = start + LENGTH_BYTES + length
  if (afterHeader > end) return refusal('backup_damaged')
  const headerText = new TextDecoder().decode(bytes.subarray(start + LENGTH_BYTES, afterHeader))
  const header = parseProjectHeader(headerText)
  if (header === undefined)
    return refusal(laterProject(headerText) === undefined ? 'backup_damaged' : 'backup_newer')
  try {
    const frames = decodeFrames(bytes.subarray(afterHeader, end))
    const seal = bytes.subarray(end, end + HASH_BYTES)
    return success({ header, headerText, frames, body: bytes.subarray(0, end), seal })
  } catch {
    // The checksum is right, so these bytes were written on purpose: not a file of ours.
    return refusal('backup_damaged')
  }
}

function startsWith(bytes: Uint8Array, at: number, part: Uint8Array): boolean {
  return part.every((byte, index) => bytes[at + index] === byte)
}
