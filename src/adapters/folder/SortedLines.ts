import { partLine } from '../../application/team/merge/stateHash'

const [LF, QUOTE, COMMA, BACKSLASH, TAB] = [10, 34, 44, 92, 9] as const
/** From the end of a household's id to its digest: `":["`. */
const TO_DIGEST = 4
const DIGEST_LENGTH = 64
/** Bytes of a portion. */
const ROOM = 2 ** 16

/**
 * The lines of an index as in its file, `"household":["digest",[…]],`, in the order of the households. One is found by
 * binary search; the others stay bytes, as decoding a hundred thousand texts would take longer than a small merge. A place is
 * the beginning of a line, or the end.
 */
export class SortedLines {
  readonly #bytes: Buffer

  constructor(bytes: Buffer) {
    this.#bytes = bytes
  }

  /** In bytes; the place after the last line. */
  get length(): number {
    return this.#bytes.length
  }

  /** The place of the first household that does not come before this one. */
  place(name: string): number {
    let [low, high] = [0, this.length]
    while (low < high) {
      const middle = this.#beginning((low + high) >> 1)
      if (this.#name(middle) < name) low = this.next(middle)
      else high = middle
    }
    return low
  }

  /** The value of a household; undefined where it has no line. */
  find(name: string): string | undefined {
    const at = this.place(name)
    return this.isOf(name, at) ? this.#value(at) : undefined
  }

  isOf(name: string, at: number): boolean {
    return at < this.length && this.#name(at) === name
  }

  /** The place after a line. */
  next(at: number): number {
    const end = this.#bytes.indexOf(LF, at)
    return end === -1 ? this.length : end + 1
  }

  /** The lines between two places, as household and value. */
  *between(from: number, to: number): Generator<readonly [name: string, value: string]> {
    for (let at = from; at < to; at = this.next(at)) yield [this.#name(at), this.#value(at)]
  }

  /** The same of those in which a text occurs. */
  *containing(text: string): Generator<readonly [name: string, value: string]> {
    for (let found = this.#bytes.indexOf(text); found !== -1;) {
      const at = this.#beginning(found)
      yield [this.#name(at), this.#value(at)]
      found = this.#bytes.indexOf(text, this.next(at))
    }
  }

  /**
   * Each household and its digest between two places, as the state's hash needs them (`partLine`), in portions. One buffer
   * is used for all, as new memory costs more than the work: use a portion before reading the next.
   */
  *digests(from: number, to: number): Generator<string | Uint8Array> {
    const room = Buffer.allocUnsafe(Math.min(to - from, ROOM))
    let length = 0
    for (let at = from; at < to; at = this.next(at)) {
      let end = this.#copyDigest(at, room, length)
      if (end === undefined) {
        yield room.subarray(0, length)
        end = this.#copyDigest(at, room, 0)
        if (end === undefined) yield partLine(this.#name(at), digestOf(this.#value(at)))
      }
      length = end ?? 0
    }
    yield room.subarray(0, length)
  }

  /** Byte by byte: calls for each of a hundred thousand lines take longer. Undefined where it does not fit, or an id is escaped. */
  #copyDigest(at: number, room: Buffer, from: number): number | undefined {
    const [bytes, end] = [this.#bytes, this.#endOfName(at)]
    if (from + end - at + DIGEST_LENGTH + 1 > room.length) return undefined
    let length = from
    for (let each = at + 1; each < end; each++) {
      if (bytes[each] === BACKSLASH) return undefined
      room[length++] = bytes[each] ?? 0
    }
    room[length++] = TAB
    const digest = end + TO_DIGEST
    for (let each = digest; each < digest + DIGEST_LENGTH; each++) room[length++] = bytes[each] ?? 0
    room[length++] = LF
    return length
  }

  /** The place of the line that contains this byte. */
  #beginning(at: number): number {
    let begin = at
    while (begin > 0 && this.#bytes[begin - 1] !== LF) begin--
    return begin
  }

  #name(at: number): string {
    const quoted = this.#bytes.toString('utf8', at, this.#endOfName(at) + 1)
    return quoted.includes('\\') ? (JSON.parse(quoted) as string) : quoted.slice(1, -1)
  }

  #value(at: number): string {
    let end = this.next(at)
    while (this.#bytes[end - 1] === LF || this.#bytes[end - 1] === COMMA) end--
    return this.#bytes.toString('utf8', this.#endOfName(at) + 2, end)
  }

  /** A quote within a household's id is escaped: the first that is not ends it. */
  #endOfName(at: number): number {
    let end = at + 1
    while (end < this.length && this.#bytes[end] !== QUOTE) end += this.#bytes[end] === BACKSLASH ? 2 : 1
    return end
  }
}

/** Parses the value of a line. */
export function digestOf(value: string): string {
  return value.slice('["'.length, '["'.length + DIGEST_LENGTH)
}
