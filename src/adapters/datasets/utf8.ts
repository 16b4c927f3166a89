const ENCODER = new TextEncoder()

export function utf8(text: string): Uint8Array {
  return ENCODER.encode(text)
}

/** The text's bytes, cut between two characters where there are more than `most`. */
export function utf8UpTo(text: string, most: number): Uint8Array {
  const bytes = ENCODER.encode(text)
  return bytes.length <= most ? bytes : bytes.subarray(0, cutAt(bytes, most))
}

/** Where bytes can be cut between two characters, at `most` at the latest. */
export function cutAt(bytes: Uint8Array, most: number): number {
  let at = Math.min(most, bytes.length)
  // A byte 10xxxxxx goes on with a character.
  while (at > 0 && at < bytes.length && ((bytes[at] ?? 0) & 0xc0) === 0x80) at--
  return at
}

/** At most so many characters of a text, none of them in halves. */
export function firstCharacters(text: string, most: number): string {
  const all = [...text]
  return all.length <= most ? text : all.slice(0, most).join('')
}
