import { utf16Of } from './utf16Of'

export type TextEncodingName = 'UTF-8' | 'UTF-16LE' | 'UTF-16BE' | 'GB18030'

/** Text, or the first place at which the bytes are invalid in the encoding of the others. */
export type DecodedText =
  | { readonly ok: true; readonly text: string; readonly encoding: TextEncodingName }
  | {
      readonly ok: false
      readonly encoding: TextEncodingName
      /** 1-based line of the damaged character. */
      readonly line: number
      /** From 0: the byte at which the damaged character begins. */
      readonly offset: number
    }

/**
 * The text of a file: UTF-8 or UTF-16, each with or without a byte order mark (which is no part of the text), else
 * GB 18030, the superset of GBK and GB 2312. No character is ever replaced: a file with a damaged one, or with a zero
 * byte where no text has one, is reported with its place.
 */
export function decodeText(bytes: Uint8Array): DecodedText {
  const utf16 = utf16Of(bytes)
  if (utf16 !== null) return decodedAs(utf16, bytes)
  const utf8 = decodedAs('UTF-8', bytes)
  return utf8.ok || utf8Balance(bytes) > 0 ? utf8 : decodedAs('GB18030', bytes)
}

/** The same for bytes in a known or assumed encoding. */
export function decodedAs(encoding: TextEncodingName, bytes: Uint8Array): DecodedText {
  const text = decode(encoding, bytes)
  if (text !== null && !text.includes('\0')) return { ok: true, text, encoding }
  const sound = decode(encoding, bytes.subarray(0, soundLength(encoding, bytes))) ?? ''
  const zero = sound.indexOf('\0')
  const before = zero < 0 ? sound : sound.slice(0, zero)
  const offset = zero < 0 ? soundLength(encoding, bytes) : zeroAt(encoding, bytes)
  return { ok: false, encoding, line: before.split(LINE_END).length, offset }
}

/** Number of bytes from the start that are whole characters. */
function soundLength(encoding: TextEncodingName, bytes: Uint8Array): number {
  let [sound, damaged] = [0, bytes.length + 1]
  while (damaged - sound > 1) {
    const middle = (sound + damaged) >> 1
    if (decode(encoding, bytes.subarray(0, middle), { stream: true }) === null) damaged = middle
    else sound = middle
  }
  // The last bytes may be the beginning of the character that is damaged.
  while (sound > 0 && decode(encoding, bytes.subarray(0, sound)) === null) sound--
  return sound
}

function zeroAt(encoding: TextEncodingName, bytes: Uint8Array): number {
  if (!encoding.startsWith('UTF-16')) return bytes.indexOf(0)
  let at = 0
  while (bytes[at] !== 0 || bytes[at + 1] !== 0) at += 2
  return at
}

function decode(
  encoding: TextEncodingName,
  bytes: Uint8Array,
  options: TextDecodeOptions = {},
): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes, options)
  } catch {
    return null
  }
}

/**
 * Above 0 when the bytes are more likely damaged UTF-8 than valid GBK of other characters: with a mark, or with more Chinese characters than damaged
 * places, it is UTF-8. Text that is GBK has three or more damaged places to one such character.
 */
export function utf8Balance(bytes: Uint8Array): number {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return Infinity
  const text = new TextDecoder().decode(bytes)
  let [chinese, damaged] = [0, 0]
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at)
    if (unit === REPLACED) damaged++
    else if (unit >= FIRST_OF_THREE_BYTES) chinese++
  }
  return chinese - damaged
}

const LINE_END = /\r\n|\r|\n/
const REPLACED = 0xfffd
const FIRST_OF_THREE_BYTES = 0x800
