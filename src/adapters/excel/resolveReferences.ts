/**
 * XML in which the characters that take more than 16 bits (rare characters of names, such as 𠮷) stand as themselves:
 * SheetJS cuts a reference such as `&#x20BB7;` down to 16 bits, which makes another character of it. A reference to no
 * character at all is kept as the letters it has, for everybody to see.
 */
export function resolveReferences(xml: Uint8Array): Uint8Array {
  if (!holdsLongReference(xml)) return xml
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(xml)
  // The content of CDATA is no markup: what looks like a reference there is none.
  const resolved = text.replace(CDATA_OR_REFERENCE, (whole, hex?: string, decimal?: string) => {
    if (hex === undefined && decimal === undefined) return whole
    const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16)
    if (code <= LAST_OF_16_BITS) return whole
    return code <= LAST_CHARACTER ? String.fromCodePoint(code) : `&amp;${whole.slice(1)}`
  })
  return new TextEncoder().encode(resolved)
}

/** Most files have no reference but those of line breaks. */
function holdsLongReference(xml: Uint8Array): boolean {
  for (let at = xml.indexOf(AMPERSAND); at >= 0; at = xml.indexOf(AMPERSAND, at + 1)) {
    if (xml[at + 1] !== HASH) continue
    if (xml.subarray(at, at + LONGEST).indexOf(SEMICOLON) > SHORTEST_LONG) return true
  }
  return false
}

const [AMPERSAND, HASH, SEMICOLON] = [0x26, 0x23, 0x3b]
/** From `&` to `;` of `&#65536;` and of `&#x10000;`, less one. */
const SHORTEST_LONG = 6
/** With some zeros before the digits. */
const LONGEST = 40
const CDATA_OR_REFERENCE = /<!\[CDATA\[[^]*?(?:\]\]>|$)|&#[xX]([\da-fA-F]+);|&#(\d+);/g
const LAST_OF_16_BITS = 0xffff
const LAST_CHARACTER = 0x10ffff
