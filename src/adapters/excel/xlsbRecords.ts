/** A record of an .xlsb part ([MS-XLSB] 2.1.4): what it is, and its content. */
export interface XlsbRecord {
  readonly type: number
  readonly content: DataView
}

/** A part of an .xlsb is not made of records, or one is too short for its content. */
export class XlsbFault extends Error {}

/** The records of a part. Throws {@link XlsbFault} where the part ends within one, or before the one that ends it. */
export function* xlsbRecords(part: Uint8Array, end: number): Generator<XlsbRecord> {
  let isEnded = false
  for (let at = 0; at < part.length;) {
    const [type, afterType] = number(part, at, LONGEST_TYPE)
    const [length, begin] = number(part, afterType, LONGEST_LENGTH)
    at = begin + length
    if (at > part.length) throw new XlsbFault('cut off')
    isEnded ||= type === end
    yield { type, content: new DataView(part.buffer, part.byteOffset + begin, length) }
  }
  if (!isEnded) throw new XlsbFault('cut off')
}

/** A counted text ([MS-XLSB] 2.5.168), and where it ends. */
export function wideText(content: DataView, at: number): { readonly text: string; readonly end: number } {
  const count = content.getUint32(at, true)
  // A text that is not there.
  if (count === 0xffffffff) return { text: '', end: at + 4 }
  const end = at + 4 + 2 * count
  if (end > content.byteLength) throw new XlsbFault('text')
  return { text: UTF_16.decode(new Uint8Array(content.buffer, content.byteOffset + at + 4, 2 * count)), end }
}

/** Seven bits a byte, the lowest first; the eighth is set if more follow. */
function number(part: Uint8Array, begin: number, longest: number): readonly [value: number, end: number] {
  let value = 0
  for (let index = 0; index < longest; index++) {
    const byte = part[begin + index]
    if (byte === undefined) throw new XlsbFault('cut off')
    value += (byte & 0x7f) << (7 * index)
    if (byte < 0x80) return [value, begin + index + 1]
  }
  return [value, begin + longest]
}

const UTF_16 = new TextDecoder('utf-16le', { ignoreBOM: true })
const [LONGEST_TYPE, LONGEST_LENGTH] = [2, 4]
