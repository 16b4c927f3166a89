/** UTF-16 with or without its byte order mark; `null` when the bytes are something else. */
export function utf16Of(bytes: Uint8Array): 'UTF-16LE' | 'UTF-16BE' | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'UTF-16LE'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'UTF-16BE'
  const head = bytes.subarray(0, LOOKED_AT)
  return head.includes(0) ? unmarked(head) : null
}

/**
 * Without a mark the separators, digits and line ends decide: one of their two bytes is 0. Characters such as 一 (4E00)
 * look like Latin letters the other way round, but no text has more of them than of separators and line ends.
 */
function unmarked(head: Uint8Array): 'UTF-16LE' | 'UTF-16BE' | null {
  let [little, big, zeros] = [0, 0, 0]
  for (let at = 0; at + 1 < head.length; at += 2) {
    const [first, second] = [head[at] as number, head[at + 1] as number]
    if (first === 0 && second === 0) zeros++
    else if (second === 0 && isLatin(first)) little++
    else if (first === 0 && isLatin(second)) big++
  }
  // A binary file has zeros in a row, and its other zeros on both sides; a damaged one has a zero here and there.
  if (zeros > 0 || SPARSEST * Math.max(little, big) < head.length / 2) return null
  if (little > ONE_SIDED * big) return 'UTF-16LE'
  return big > ONE_SIDED * little ? 'UTF-16BE' : null
}

function isLatin(byte: number): boolean {
  return (byte >= 0x20 && byte < 0x7f) || byte === 0x09 || byte === 0x0a || byte === 0x0d
}

const LOOKED_AT = 1 << 16
const ONE_SIDED = 4
/** A list has a separator, digit or line end at least once in so many characters. */
const SPARSEST = 16
