import { randomBytes } from 'node:crypto'
import { crc32 } from 'node:zlib'
import type { OpenFile } from '../disk/files'

/**
 * The version of the data that this app writes, one number for a project: it stands in the mark of its journal. It goes up when
 * an app of before could not read, or would misread, what is written. Everything else of a project is made again of its journal.
 */
export const DATA_VERSION = 2
/** The oldest version of data that this app opens. */
export const OLDEST_DATA = 2

/** 'YIHUJNL2', then 16 random bytes: the journal's id. */
const FILE_MARK = Buffer.from(`YIHUJNL${DATA_VERSION}`, 'latin1')
const ID_BYTES = 16
export const FILE_HEADER_BYTES = FILE_MARK.length + ID_BYTES

/** Begins every record, so that the next sound one is found again behind damage. */
const RECORD_MARK = 0x59_48_52_31
const RECORD_HEADER_BYTES = 12
/** Random bytes behind every payload: no other append ends like this one, whatever it holds. The journal's id is as long. */
const ENDING_BYTES = ID_BYTES
const LONGEST_RECORD = 64 * 2 ** 20
const READ_AT_ONCE = 2 ** 20

export function encodeFileHeader(id: string): Uint8Array {
  return Buffer.concat([FILE_MARK, Buffer.from(id, 'hex')])
}

/** The journal's id; undefined when the bytes are not the beginning of a journal. */
export function decodeFileHeader(bytes: Uint8Array): string | undefined {
  if (bytes.length < FILE_HEADER_BYTES || FILE_MARK.compare(bytes, 0, FILE_MARK.length) !== 0)
    return undefined
  return Buffer.from(bytes.subarray(FILE_MARK.length, FILE_HEADER_BYTES)).toString('hex')
}

/** The version of data that a journal is marked with, also a version that this app does not know; undefined for anything else. */
export function dataVersionOf(start: Uint8Array): number | undefined {
  const number = /^YIHUJNL([1-9])/.exec(Buffer.from(start).toString('latin1'))?.[1]
  return number === undefined ? undefined : Number(number)
}

/** Mark (4 bytes), length of the payload (4), CRC-32 of all the rest (4), payload, random bytes (16); big-endian. */
export function encodeRecord(payload: Uint8Array): Uint8Array {
  if (payload.length > LONGEST_RECORD) throw new RangeError('too long for one record: bulk goes to a file')
  const record = Buffer.alloc(RECORD_HEADER_BYTES + payload.length + ENDING_BYTES)
  record.writeUInt32BE(RECORD_MARK, 0)
  record.writeUInt32BE(payload.length, 4)
  record.set(payload, RECORD_HEADER_BYTES)
  record.set(randomBytes(ENDING_BYTES), RECORD_HEADER_BYTES + payload.length)
  record.writeUInt32BE(checksumOf(record), 8)
  return record
}

/** The random bytes before an offset, in hex: with the offset they tell one history of a journal from another. */
export async function endingBefore(file: OpenFile, offset: number): Promise<string> {
  return endingOf(await file.read(offset - ENDING_BYTES, ENDING_BYTES))
}

/** The same of a record at hand. */
export function endingOf(record: Uint8Array): string {
  return Buffer.from(record.subarray(-ENDING_BYTES)).toString('hex')
}

export type Found =
  | { readonly kind: 'record'; readonly start: number; readonly end: number; readonly payload: Uint8Array }
  /** Bytes in which no sound record begins; at the end of the file this is a torn record. */
  | { readonly kind: 'damage'; readonly start: number; readonly end: number }

/** Every sound record from `start` to `end`, and what lies between them. Holds a megabyte or one record at a time. */
export async function* scanRecords(file: OpenFile, start: number, end: number): AsyncGenerator<Found> {
  let at = start
  let damagedFrom: number | undefined
  while (at < end) {
    const bytes = Buffer.from(await file.read(at, Math.min(READ_AT_ONCE, end - at)))
    if (bytes.length === 0) throw new Error('the journal is shorter than it was when it was opened')
    let used = 0
    while (used < bytes.length) {
      const record = await recordAt(file, bytes, at, used, end)
      if (record === undefined) {
        damagedFrom ??= at + used
        used = nextMark(bytes, used + 1)
        continue
      }
      if (damagedFrom !== undefined) yield { kind: 'damage', start: damagedFrom, end: record.start }
      damagedFrom = undefined
      yield record
      used = record.end - at
    }
    at += used
  }
  if (damagedFrom !== undefined) yield { kind: 'damage', start: damagedFrom, end }
}

/** The record that begins at an offset, read on from the file where it runs over the bytes at hand. */
async function recordAt(
  file: OpenFile,
  bytes: Buffer,
  base: number,
  used: number,
  end: number,
): Promise<(Found & { kind: 'record' }) | undefined> {
  const start = base + used
  if (end - start < RECORD_HEADER_BYTES) return undefined
  const header =
    bytes.length - used >= RECORD_HEADER_BYTES
      ? bytes.subarray(used, used + RECORD_HEADER_BYTES)
      : Buffer.from(await file.read(start, RECORD_HEADER_BYTES))
  if (header.readUInt32BE(0) !== RECORD_MARK) return undefined
  const length = header.readUInt32BE(4)
  const size = RECORD_HEADER_BYTES + length + ENDING_BYTES
  if (length > LONGEST_RECORD || start + size > end) return undefined
  const isAtHand = bytes.length - used >= size
  const record = isAtHand ? bytes.subarray(used, used + size) : Buffer.from(await file.read(start, size))
  if (record.length < size || record.readUInt32BE(8) !== checksumOf(record)) return undefined
  return {
    kind: 'record',
    start,
    end: start + size,
    payload: record.subarray(RECORD_HEADER_BYTES, size - ENDING_BYTES),
  }
}

/** Where the next record may begin; short of the end by what could be the first bytes of a mark. */
function nextMark(bytes: Buffer, from: number): number {
  const mark = Buffer.alloc(4)
  mark.writeUInt32BE(RECORD_MARK)
  const found = bytes.indexOf(mark, from)
  return found >= 0 ? found : Math.max(from, bytes.length - (mark.length - 1))
}

function checksumOf(record: Buffer): number {
  return crc32(record.subarray(RECORD_HEADER_BYTES), crc32(record.subarray(4, 8)))
}
