const ENCODER = new TextEncoder()

/** Bytes put one after the other, numbers with the low byte first. */
export interface ByteSink {
  readonly length: number
  u8(value: number): void
  u16(value: number): void
  i32(value: number): void
  u32(value: number): void
  u64(value: number): void
  f64(value: number): void
  bytes(content: Uint8Array): void
  ascii(text: string): void
  /** The bytes with so many of `filler` after them that there are `width`; none where they fill it already. */
  padded(content: Uint8Array, width: number, filler?: number): void
  /** What was put since the last take. */
  take(): Uint8Array<ArrayBuffer>
}

/** An empty sink; it grows as it needs. */
export function byteSink(size = 1 << 16): ByteSink {
  let buffer = new Uint8Array(size)
  let view = new DataView(buffer.buffer)
  let at = 0
  function room(count: number): number {
    if (at + count > buffer.length) {
      const grown = new Uint8Array(Math.max(buffer.length * 2, at + count))
      grown.set(buffer)
      buffer = grown
      view = new DataView(buffer.buffer)
    }
    at += count
    return at - count
  }
  const sink: ByteSink = {
    get length() {
      return at
    },
    u8(value) {
      const from = room(1)
      view.setUint8(from, value)
    },
    u16(value) {
      const from = room(2)
      view.setUint16(from, value, true)
    },
    i32(value) {
      const from = room(4)
      view.setInt32(from, value, true)
    },
    u32(value) {
      const from = room(4)
      view.setUint32(from, value, true)
    },
    u64(value) {
      const from = room(8)
      view.setBigUint64(from, BigInt(value), true)
    },
    f64(value) {
      const from = room(8)
      view.setFloat64(from, value, true)
    },
    bytes(content) {
      const from = room(content.length)
      buffer.set(content, from)
    },
    ascii: (text) => sink.bytes(ENCODER.encode(text)),
    padded(content, width, filler = 0) {
      sink.bytes(content)
      const rest = Math.max(0, width - content.length)
      const from = room(rest)
      buffer.fill(filler, from, from + rest)
    },
    take() {
      const taken = buffer.slice(0, at)
      at = 0
      return taken
    },
  }
  return sink
}
