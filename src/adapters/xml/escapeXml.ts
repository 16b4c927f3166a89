/** A text as XML holds it, in an element or in an attribute with double quotes; what XML cannot hold at all is left out. */
export function escapeXml(text: string): string {
  return text.replace(UNHELD, '').replace(/[&<>"\n\t\r]/g, (character) => ESCAPED[character] ?? character)
}

const ESCAPED: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\n': '&#10;',
  '\t': '&#9;',
  '\r': '&#13;',
}

/** Control characters, halves of surrogate pairs, and two that are no characters (XML 1.0, production 2). */
const UNHELD = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu
