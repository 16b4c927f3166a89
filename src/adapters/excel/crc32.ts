/** CRC-32 as zip archives use it (ISO 3309), eight bytes a step: a list unpacks to a hundred megabytes. `before`: that of the bytes before these. */
export function crc32(bytes: Uint8Array, before = 0): number {
  let crc = ~before
  let at = 0
  for (; at + 8 <= bytes.length; at += 8) {
    const low =
      crc ^
      (byte(bytes, at) |
        (byte(bytes, at + 1) << 8) |
        (byte(bytes, at + 2) << 16) |
        (byte(bytes, at + 3) << 24))
    crc =
      after(7, low) ^
      after(6, low >>> 8) ^
      after(5, low >>> 16) ^
      after(4, low >>> 24) ^
      after(3, byte(bytes, at + 4)) ^
      after(2, byte(bytes, at + 5)) ^
      after(1, byte(bytes, at + 6)) ^
      after(0, byte(bytes, at + 7))
  }
  for (; at < bytes.length; at++) crc = (crc >>> 8) ^ after(0, crc ^ byte(bytes, at))
  return ~crc >>> 0
}

/** `TABLES[256 * n + b]` is the remainder that byte `b` leaves `n` bytes further on. */
const TABLES = remainders()

function remainders(): Int32Array {
  const tables = new Int32Array(8 * 256)
  for (let value = 0; value < 256; value++) {
    let crc = value
    for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1
    tables[value] = crc
  }
  for (let index = 256; index < tables.length; index++) {
    const before = tables[index - 256] ?? 0
    tables[index] = (before >>> 8) ^ (tables[before & 0xff] ?? 0)
  }
  return tables
}

function after(bytesFurther: number, value: number): number {
  return TABLES[(bytesFurther << 8) | (value & 0xff)] ?? 0
}

function byte(bytes: Uint8Array, at: number): number {
  return bytes[at] ?? 0
}
