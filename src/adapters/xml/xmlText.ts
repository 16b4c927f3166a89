import { XmlFault } from './XmlFault'

/** The text of XML source: lines end with LF, references are the characters they stand for. Throws {@link XmlFault}. */
export function xmlText(source: string): string {
  const text = source.includes('\r') ? source.replace(/\r\n?/g, '\n') : source
  return text.includes('&') ? text.replace(REFERENCE, characterOf) : text
}

/** A reference to no character is kept as written, as in an .xlsx; two halves of a surrogate pair make one character. */
function characterOf(whole: string, hex?: string, decimal?: string, name?: string): string {
  if (hex !== undefined || decimal !== undefined) {
    const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16)
    return code <= LAST_CHARACTER ? String.fromCodePoint(code) : whole
  }
  const character = NAMED.get(name ?? '')
  if (character === undefined) throw new XmlFault(`entity ${whole}`)
  return character
}

const REFERENCE = /&(?:#[xX]([\da-fA-F]+);|#(\d+);|([\w.-]+);|)/g
const NAMED: ReadonlyMap<string, string> = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
])
const LAST_CHARACTER = 0x10ffff
