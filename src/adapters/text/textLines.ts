import { decodedAs, utf8Balance, type TextEncodingName } from './decodeText'
import { utf16Of } from './utf16Of'

/** The bytes of a text from its start on, in portions; they are asked for more than once. */
export type OpenBytes = () => AsyncIterable<Uint8Array>

export type TextLines =
  | { readonly ok: true; readonly encoding: TextEncodingName; readonly lines: AsyncIterable<string> }
  | DamagedText

/** As in `decodeText`. */
export interface DamagedText {
  readonly ok: false
  readonly encoding: TextEncodingName
  readonly line: number
  readonly offset: number
}

/**
 * The lines of a text too large to be held at once, decoded as `decodeText` decodes a small one. It is read through first, so
 * that no line is given of a text that is damaged further on. A byte order mark before a line, where texts were joined, is no
 * part of it.
 */
export async function textLines(open: OpenBytes): Promise<TextLines> {
  const utf16 = utf16Of(await headOf(open()))
  const encoding = utf16 ?? 'UTF-8'
  const damage = await damageIn(encoding, open())
  if (damage === null) return { ok: true, encoding, lines: linesOf(encoding, open()) }
  if (utf16 !== null || (await isMostlyUtf8(open()))) return damage
  const other = await damageIn('GB18030', open())
  return other ?? { ok: true, encoding: 'GB18030', lines: linesOf('GB18030', open()) }
}

/** As many bytes as `utf16Of` looks at. */
async function headOf(chunks: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const parts: Uint8Array[] = []
  let length = 0
  for await (const chunk of chunks) {
    parts.push(chunk)
    length += chunk.length
    if (length >= HEAD) break
  }
  return joined(parts)
}

async function damageIn(
  encoding: TextEncodingName,
  chunks: AsyncIterable<Uint8Array>,
): Promise<DamagedText | null> {
  let [lines, bytes] = [0, 0]
  for await (const block of wholeLines(encoding, chunks)) {
    const decoded = decodedAs(encoding, block)
    if (!decoded.ok) return { ...decoded, line: lines + decoded.line, offset: bytes + decoded.offset }
    lines += decoded.text.split(LINE_END).length - 1
    bytes += block.length
  }
  return null
}

async function isMostlyUtf8(chunks: AsyncIterable<Uint8Array>): Promise<boolean> {
  let balance = 0
  for await (const block of wholeLines('UTF-8', chunks)) balance += utf8Balance(block)
  return balance > 0
}

async function* linesOf(
  encoding: TextEncodingName,
  chunks: AsyncIterable<Uint8Array>,
): AsyncGenerator<string> {
  for await (const block of wholeLines(encoding, chunks)) {
    const decoded = decodedAs(encoding, block)
    if (!decoded.ok) throw new Error('a text was altered while it was read')
    const lines = decoded.text.split(LINE_END)
    if (lines.at(-1) === '') lines.pop()
    for (const line of lines) yield line.startsWith(MARK) ? line.slice(1) : line
  }
}

/** The bytes in portions that end with a line: at a line feed no character is cut in two. */
async function* wholeLines(
  encoding: TextEncodingName,
  chunks: AsyncIterable<Uint8Array>,
): AsyncGenerator<Uint8Array> {
  let parts: Uint8Array[] = []
  let length = 0
  for await (const chunk of chunks) {
    const end = lineEndIn(chunk, encoding, length % 2)
    if (end > 0) {
      yield joined([...parts, chunk.subarray(0, end)])
      parts = []
      length = 0
    }
    const rest = chunk.subarray(end)
    parts.push(rest)
    length += rest.length
  }
  if (length > 0) yield joined(parts)
}

/** After the last line feed; 0 where there is none. `odd`: how many bytes of a UTF-16 unit came before. */
function lineEndIn(chunk: Uint8Array, encoding: TextEncodingName, odd: number): number {
  if (encoding === 'UTF-8' || encoding === 'GB18030') return chunk.lastIndexOf(LINE_FEED) + 1
  const [high, low] = encoding === 'UTF-16LE' ? [LINE_FEED, 0] : [0, LINE_FEED]
  for (let at = chunk.length - 2; at >= 0; at--)
    if ((at + odd) % 2 === 0 && chunk[at] === high && chunk[at + 1] === low) return at + 2
  return 0
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const [only] = parts
  if (parts.length === 1 && only !== undefined) return only
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}

const HEAD = 1 << 16
const LINE_FEED = 0x0a
const LINE_END = /\r\n|\r|\n/
const MARK = '\uFEFF'
