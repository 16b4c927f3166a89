import type { TeamPort } from '../TeamPort'

/** Crockford's digits: capitals and figures that are not taken for each other, read aloud or typed. */
const DIGITS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
/** The same 32 values as age recipients write them (bech32). */
const RECIPIENT_DIGITS = 'qpzry9x8gf2tvdw0s3jn54khce6mua7l'
const BITS = 5

export const CODE_KINDS = { device: 'YHD1', project: 'YHP1' } as const

export type CodeKind = keyof typeof CODE_KINDS

/** How many digits the checksum and the length have. */
const CHECK = 4
const LENGTH = 3
/** Digits of a group, and groups of a line, as people see them. */
const GROUP = 5
const LINE = 6

/** What a code says: hex texts and recipients of known lengths, then words of any. */
export interface CodeParts {
  readonly hex: readonly string[]
  readonly recipient: string
  readonly words: readonly string[]
}

/** A code as it goes through a message, a file or a square of dots: one line without gaps. */
export function codeText(kind: CodeKind, { hex, recipient, words }: CodeParts, port: HashPort): string {
  const said = utf8Of(JSON.stringify(words))
  const body = [
    ...hex.map((text) => digitsOf(bytesOfHex(text))),
    recipientDigits(recipient),
    digitsOf(said),
  ].join('')
  const whole = `${CODE_KINDS[kind]}${numberDigits(body.length)}${body}`
  return `${whole}${checkOf(whole, port)}`
}

/** The same for people: groups, a few to a line. */
export function groupedCode(code: string): string {
  const groups = code.match(new RegExp(`.{1,${GROUP}}`, 'g')) ?? []
  const lines = Array.from({ length: Math.ceil(groups.length / LINE) }, (_, line) =>
    groups.slice(line * LINE, (line + 1) * LINE).join('-'),
  )
  return lines.join('\n')
}

/**
 * What a code says that may stand among other words, in groups or in one line, and with letters mistaken for figures; `none`: there
 * is none of this kind, `damaged`: it was altered or cut short. `hexLengths`: of its hex texts, in digits of hex.
 */
export function readCode(
  kind: CodeKind,
  text: string,
  hexLengths: readonly number[],
  port: HashPort,
): CodeParts | 'none' | 'damaged' {
  const prefix = CODE_KINDS[kind]
  const [, own, wanted = ''] = ANY_CODE.exec(text) ?? []
  if (own === undefined || !prefix.includes(own.toUpperCase())) return 'none'
  const digits = plainDigits(wanted)
  const count = [...digits.slice(0, LENGTH)].reduce(
    (sum, digit) => sum * DIGITS.length + DIGITS.indexOf(digit),
    0,
  )
  const end = LENGTH + count
  const check = digits.slice(end, end + CHECK)
  if (check !== checkOf(`${prefix}${digits.slice(0, end)}`, port)) return 'damaged'
  let at = LENGTH
  const take = (count: number): string => digits.slice(at, (at += count))
  const hex = hexLengths.map((length) => hexOf(bytesOf(take(Math.ceil((length * 4) / BITS)), length / 2)))
  const recipient = recipientOf(take(RECIPIENT_LENGTH))
  const rest = digits.slice(at, end)
  const words = parseWords(bytesOf(rest, Math.floor((rest.length * BITS) / 8)))
  return words === null ? 'damaged' : { hex, recipient, words }
}

/** The first code in a text, whatever its kind. What follows may hold any letters. */
const ANY_CODE = /Y[\s-]*H[\s-]*([DP])[\s-]*1([\s\S]*)/i

type HashPort = Pick<TeamPort, 'hashText'>

const RECIPIENT_LENGTH = 58

/** Nothing that is no digit; what looks like one is taken for it. */
function plainDigits(text: string): string {
  const [own = ''] = /^[0-9A-Za-z\s-]*/.exec(text) ?? []
  return own.toUpperCase().replaceAll(/[\s-]/g, '').replaceAll('O', '0').replaceAll(/[IL]/g, '1')
}

function numberDigits(value: number): string {
  const places = Array.from({ length: LENGTH }, (_, at) => DIGITS.length ** (LENGTH - 1 - at))
  return places.map((place) => DIGITS[Math.floor(value / place) % DIGITS.length]).join('')
}

function checkOf(text: string, { hashText }: HashPort): string {
  return digitsOf(bytesOfHex(hashText(text))).slice(0, CHECK)
}

function recipientDigits(recipient: string): string {
  return [...recipient.slice('age1'.length)]
    .map((letter) => DIGITS[RECIPIENT_DIGITS.indexOf(letter)] ?? '')
    .join('')
}

function recipientOf(digits: string): string {
  return `age1${[...digits].map((digit) => RECIPIENT_DIGITS[DIGITS.indexOf(digit)] ?? '').join('')}`
}

function digitsOf(bytes: Uint8Array): string {
  let [digits, kept, bits] = ['', 0, 0]
  for (const byte of bytes) {
    kept = (kept << 8) | byte
    for (bits += 8; bits >= BITS; bits -= BITS) digits += DIGITS[(kept >> (bits - BITS)) & 31] ?? ''
    kept &= (1 << bits) - 1
  }
  return bits === 0 ? digits : `${digits}${DIGITS[(kept << (BITS - bits)) & 31] ?? ''}`
}

function bytesOf(digits: string, count: number): Uint8Array {
  const bytes = new Uint8Array(count)
  let [at, kept, bits] = [0, 0, 0]
  for (const digit of digits) {
    kept = (kept << BITS) | Math.max(0, DIGITS.indexOf(digit))
    bits += BITS
    if (bits < 8) continue
    bits -= 8
    if (at < count) bytes[at++] = kept >> bits
    kept &= (1 << bits) - 1
  }
  return bytes
}

/** Of JSON, which has no half pairs. */
function utf8Of(text: string): Uint8Array {
  const escaped = encodeURIComponent(text)
  const bytes = escaped.match(/%..|[^%]/g) ?? []
  return Uint8Array.from(bytes, (each) =>
    each.length === 1 ? each.charCodeAt(0) : Number.parseInt(each.slice(1), 16),
  )
}

/** Throws where the bytes are no UTF-8. */
function textOfUtf8(bytes: Uint8Array): string {
  return decodeURIComponent([...bytes].map((byte) => `%${byte.toString(16).padStart(2, '0')}`).join(''))
}

function bytesOfHex(hex: string): Uint8Array {
  return Uint8Array.from(hex.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16))
}

function hexOf(bytes: Uint8Array): string {
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}

function parseWords(bytes: Uint8Array): readonly string[] | null {
  try {
    const words: unknown = JSON.parse(textOfUtf8(bytes))
    return Array.isArray(words) && words.every((word) => typeof word === 'string') ? words : null
  } catch {
    return null
  }
}
