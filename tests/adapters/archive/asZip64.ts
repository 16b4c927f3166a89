/**
 * A zip archive without comments as a Zip64 writer makes it: all ones in the directory, the numbers in an extra field
 * of each entry and in an end record of their own. `size`: what the first entry states instead of its size.
 */
export function asZip64(archive: Uint8Array, size?: bigint): Uint8Array {
  const bytes = Buffer.from(archive)
  const end = bytes.length - 22
  const count = bytes.readUInt16LE(end + 10)
  const directory = bytes.readUInt32LE(end + 16)
  const pieces: Buffer[] = [bytes.subarray(0, directory)]
  let at = directory
  for (let index = 0; index < count; index++) {
    const nameLength = bytes.readUInt16LE(at + 28)
    const entry = Buffer.from(bytes.subarray(at, at + 46 + nameLength))
    const extra = Buffer.alloc(28)
    extra.writeUInt16LE(1, 0)
    extra.writeUInt16LE(24, 2)
    extra.writeBigUInt64LE(index === 0 && size !== undefined ? size : BigInt(entry.readUInt32LE(24)), 4)
    extra.writeBigUInt64LE(BigInt(entry.readUInt32LE(20)), 12)
    extra.writeBigUInt64LE(BigInt(entry.readUInt32LE(42)), 20)
    for (const field of [20, 24, 42]) entry.writeUInt32LE(0xffffffff, field)
    entry.writeUInt16LE(extra.length, 30)
    pieces.push(entry, extra)
    at += 46 + nameLength + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32)
  }
  const record = Buffer.alloc(56)
  record.writeUInt32LE(0x06064b50, 0)
  record.writeBigUInt64LE(44n, 4)
  record.writeBigUInt64LE(BigInt(count), 24)
  record.writeBigUInt64LE(BigInt(count), 32)
  record.writeBigUInt64LE(BigInt(directory), 48)
  const locator = Buffer.alloc(20)
  locator.writeUInt32LE(0x07064b50, 0)
  locator.writeBigUInt64LE(BigInt(pieces.reduce((sum, piece) => sum + piece.length, 0)), 8)
  const last = Buffer.alloc(22, 0xff)
  last.writeUInt32LE(0x06054b50, 0)
  last.writeUInt32LE(0, 4)
  last.writeUInt16LE(0, 20)
  return new Uint8Array(Buffer.concat([...pieces, record, locator, last]))
}
