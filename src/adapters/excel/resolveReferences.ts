/**
 * XML with references to non-ASCII characters replaced by the characters: of `&#x20BB7;` SheetJS keeps 16 bits, and
 * of any in the text result of a formula 8, which gives other characters. A reference to no character is
 * kept as written, so that it is visible.
 */
export function resolveReferences(xml: Uint8Array): Uint8Array {
  if (!holdsLongReference(xml)) return xml
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(xml)
  // The content of CDATA is not markup: what looks like a reference there is text.
  const resolved = text.replace(CDATA_OR_REFERENCE, (whole, hex?: string, decimal?: string) => {
    if (hex === undefined && decimal === undefined) return whole
    const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16)
    // Two halves of a surrogate pair make one character.
    if (code <= LAST_OF_ASCII || (code >= 0xd800 && code <= 0xdfff)) return whole
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
/** From `&` to `;` of `&#128;` and of `&#x80;`, less one. */
const SHORTEST_LONG = 4
/** With some zeros before the digits. */
const LONGEST = 40
const CDATA_OR_REFERENCE = /<!\[CDATA\[[^]*?(?:\]\]>|$)|&#[xX]([\da-fA-F]+);|&#(\d+);/g
const LAST_OF_ASCII = 0x7f
const LAST_CHARACTER = 0x10ffff
