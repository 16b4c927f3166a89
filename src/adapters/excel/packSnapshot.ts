import { Inflate } from 'fflate'
import type { SheetSnapshot, SnapshotCell } from '../../application/workbook/review/Snapshot'
import { packPieces } from '../archive/packPieces'
import { crc32 } from './crc32'

/** A sheet as it was written, its rows made as they are packed. */
export interface SnapshotRows {
  readonly name: string
  /** Gone through once. */
  readonly rows: Iterable<readonly SnapshotCell[]>
}

/**
 * Sheets as texts short enough for a cell each: first the size and checksum of their JSON in UTF-8, then that JSON, deflated, in
 * Base64. Given in this order to `unpackSnapshot`, they are the sheets again.
 */
export async function packSnapshot(sheets: readonly SnapshotRows[]): Promise<readonly string[]> {
  const { packed, checksum, size } = await packPieces(jsonOf(sheets))
  const pieces = [`${size} ${checksum}`]
  for (let at = 0; at < packed.length; at += PIECE_BYTES)
    pieces.push(btoa(binaryText(packed.subarray(at, at + PIECE_BYTES))))
  return pieces
}

/** The JSON of `SheetSnapshot`s, piece by piece. */
function* jsonOf(sheets: readonly SnapshotRows[]): Generator<string> {
  yield '['
  for (const [nth, { name, rows }] of sheets.entries()) {
    yield `${nth === 0 ? '' : ','}{"name":${JSON.stringify(name)},"rows":[`
    let piece = ''
    let mark = ''
    for (const row of rows) {
      piece += mark + JSON.stringify(row)
      mark = ','
      if (piece.length < WRITTEN_AT_ONCE) continue
      yield piece
      piece = ''
    }
    yield `${piece}]}`
  }
  yield ']'
}

/** The sheets of packed texts; null where a text is missing or was altered, or they state more than can be read. */
export function unpackSnapshot(pieces: readonly string[]): readonly SheetSnapshot[] | null {
  const [, size, checksum] = /^(\d{1,9}) (\d{1,10})$/.exec(pieces[0] ?? '') ?? []
  if (size === undefined || Number(size) > LARGEST_BYTES) return null
  const packed = bytesOf(pieces.slice(1))
  const json = packed && inflated(packed, Number(size))
  if (json === null || crc32(json) !== Number(checksum)) return null
  return parsed(new TextDecoder().decode(json))
}

function binaryText(bytes: Uint8Array): string {
  return String.fromCharCode(...bytes)
}

function bytesOf(pieces: readonly string[]): Uint8Array | null {
  if (pieces.some(({ length }) => length > PIECE_CHARACTERS)) return null
  if (pieces.length * PIECE_BYTES > LARGEST_BYTES) return null
  const bytes = new Uint8Array(pieces.length * PIECE_BYTES)
  let length = 0
  for (const piece of pieces) {
    const text = decoded(piece)
    if (text === null) return null
    for (let index = 0; index < text.length; index++) bytes[length + index] = text.charCodeAt(index)
    length += text.length
  }
  return bytes.subarray(0, length)
}

function decoded(piece: string): string | null {
  try {
    return atob(piece)
  } catch {
    return null
  }
}

/** `null` where the data are damaged, or longer than stated. */
function inflated(packed: Uint8Array, size: number): Uint8Array | null {
  const bytes = new Uint8Array(size)
  let length = 0
  const inflate = new Inflate((piece) => {
    if (length + piece.length <= size) bytes.set(piece, length)
    length += piece.length
  })
  try {
    for (let at = 0; at < packed.length && length <= size; at += INFLATED_AT_ONCE)
      inflate.push(packed.subarray(at, at + INFLATED_AT_ONCE), at + INFLATED_AT_ONCE >= packed.length)
  } catch {
    return null
  }
  return length === size ? bytes : null
}

function parsed(text: string): readonly SheetSnapshot[] | null {
  try {
    const sheets: unknown = JSON.parse(text)
    return Array.isArray(sheets) && sheets.every(isSheet) ? sheets : null
  } catch {
    return null
  }
}

function isSheet(value: unknown): value is SheetSnapshot {
  if (typeof value !== 'object' || value === null || !('name' in value) || !('rows' in value)) return false
  const { name, rows } = value
  if (typeof name !== 'string' || !Array.isArray(rows)) return false
  return rows.every((row: unknown) => Array.isArray(row) && row.every(isCell))
}

function isCell(value: unknown): value is SnapshotCell {
  if (isPlain(value)) return true
  return typeof value === 'object' && value !== null && 'f' in value && isPlain(value.f)
}

function isPlain(value: unknown): value is string | number | null {
  return value === null || typeof value === 'string' || typeof value === 'number'
}

/** Longest text of a piece; Excel takes 32,767 characters in a cell. */
const PIECE_CHARACTERS = 30_000
/** As many characters in Base64. */
const PIECE_BYTES = (PIECE_CHARACTERS / 4) * 3
/** A county of 100,000 households takes a third of it. */
const LARGEST_BYTES = 400e6
const INFLATED_AT_ONCE = 1 << 16
const WRITTEN_AT_ONCE = 1 << 16
