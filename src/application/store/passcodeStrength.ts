/**
 * How hard a passcode is to guess. The rule is our own, and a floor rather than a promise: whoever guesses knows the common words,
 * rows of keys, dates, pinyin, and what the project and its people are called.
 */
export interface PasscodeStrength {
  /** log2 of the guesses until everything as likely was tried. */
  readonly bits: number
  /** log2 of the work until it is found, on average, in calls of scrypt's core. */
  readonly workBits: number
  /** For a thief who makes ten thousand guesses a second, on average. */
  readonly years: number
  readonly isWeak: boolean
}

/** Work below which one is warned. */
const LEAST_WORK_BITS = 60
/** Calls of Salsa20/8 a guess: 4·N·r (RFC 7914: two passes of N BlockMix, each of 2r calls), N = 2^17 and r = 8. */
const CALLS_BITS = 22
/** A hundred machines with a hundred guesses a second each; one guess takes 128 MB. */
const GUESSES_A_SECOND = 10_000
const SECONDS_A_YEAR = 365.25 * 86_400

/** `known`: the project's title, names: words that cost a thief next to nothing. */
export function passcodeStrength(passcode: string, known: readonly string[] = []): PasscodeStrength {
  const bits = bitsOf(passcode.normalize('NFKC'), known)
  const workBits = bits - 1 + CALLS_BITS
  const years = 2 ** (bits - 1) / GUESSES_A_SECOND / SECONDS_A_YEAR
  return { bits, workBits, years, isWeak: workBits < LEAST_WORK_BITS }
}

/** The cheapest way to write it: as parts that are guessed as a whole, and single characters. */
function bitsOf(passcode: string, known: readonly string[]): number {
  const plain = passcode.toLowerCase()
  const least = [0, ...Array.from(plain, () => Infinity)]
  const words = known.flatMap((text) => text.normalize('NFKC').toLowerCase().split(/\s+/)).filter(isWord)
  for (let at = 0; at < plain.length; at++) {
    const here = least[at] ?? 0
    const reach = (length: number, bits: number): void => {
      const end = at + length
      if (length > 0 && end < least.length) least[end] = Math.min(least[end] ?? Infinity, here + bits)
    }
    reach(1, bitsOfCharacter(passcode.charAt(at)))
    for (const part of PARTS) reach(part.at(plain, at), part.bits)
    for (const word of words) if (plain.startsWith(word, at)) reach(word.length, KNOWN_BITS)
    for (let length = 3; length <= at; length++)
      if (plain.slice(0, at).includes(plain.slice(at, at + length))) reach(length, REPEAT_BITS)
  }
  const capitals = Math.min(3, [...passcode].filter((each) => /\p{Lu}/u.test(each)).length)
  return (least.at(-1) ?? 0) + capitals
}

/** One of a handful that were looked up before. */
const KNOWN_BITS = 3
/** Where it stood before, and how long it is. */
const REPEAT_BITS = 4

function isWord(word: string): boolean {
  return word.length >= 2
}

function bitsOfCharacter(character: string): number {
  if (/\d/.test(character)) return Math.log2(10)
  if (/[a-z]/i.test(character)) return Math.log2(26)
  // A character of running Chinese; one of some thirty signs.
  return /\p{Script=Han}/u.test(character) ? 6 : 5
}

interface Part {
  readonly bits: number
  /** How many characters from a place on are such a part; 0 for none. */
  at(text: string, from: number): number
}

function matching(pattern: RegExp, bits: number): Part {
  const sticky = new RegExp(pattern.source, 'uy')
  return {
    bits,
    at(text, from) {
      sticky.lastIndex = from
      return sticky.exec(text)?.[0].length ?? 0
    },
  }
}

const YEAR = '(?:19|20)\\d\\d'
const DAY = '(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\\d|3[01])'
const ROWS = [
  '01234567890',
  'abcdefghijklmnopqrstuvwxyz',
  'qwertyuiop',
  'asdfghjkl',
  'zxcvbnm',
  '1qaz2wsx3edc4rfv5tgb',
]
/** A word that somebody makes up: about two and a half bits a letter, where vowels and consonants take turns. */
const WORD = '(?:[bcdfghjklmnpqrstvwxz]{0,2}[aeiouy]{1,2}){2,5}[bcdfghjklmnpqrstvwxz]{0,2}'
const SYLLABLE =
  '(?:[zcs]h|[bpmfdtnlgkhjqxrzcsyw])?(?:[iu]?ang?|[iu]?eng?|[iu]?ong|i?ao|u?ai|i?ou|[iu]?e|ing?|u?ei|[iu]a|u[no]|[aeiouv])'

const PARTS: readonly Part[] = [
  matching(
    /password|passw0rd|woaini|iloveyou|admin|qwerty|welcome|dragon|monkey|yihu|pinkun|tuopin|fupin/,
    4,
  ),
  matching(new RegExp(`${YEAR}${DAY}|\\d\\d${DAY}|${DAY}`), 15),
  matching(new RegExp(YEAR), 7),
  // A number that many people have in their lists.
  matching(/1[3-9]\d{9}/, 16),
  matching(/\d{17}[\dx]/, 16),
  matching(/(.)\1{2,}/, 7),
  matching(new RegExp(SYLLABLE), Math.log2(400)),
  matching(new RegExp(WORD), 13),
  ...ROWS.flatMap((row) => [rowPart(row), rowPart([...row].reverse().join(''))]),
]

/** Three keys or more that lie side by side. */
function rowPart(row: string): Part {
  return {
    bits: 8,
    at(text, from) {
      let length = 0
      while (from + length < text.length && row.includes(text.slice(from, from + length + 1))) length++
      return length >= 3 ? length : 0
    },
  }
}

/** 32 signs that nobody takes for each other. */
const SIGNS = 'abcdefghijkmnpqrstuvwxyz23456789'
const PROPOSED_SIGNS = 12

/** A passcode of twelve signs in three groups, 60 bits; `randomHex`: 24 random hex digits or more. */
export function proposePasscode(randomHex: string): string {
  const signs = Array.from({ length: PROPOSED_SIGNS }, (_, index) => {
    const byte = Number.parseInt(randomHex.slice(2 * index, 2 * index + 2), 16)
    return SIGNS.charAt(byte % SIGNS.length)
  })
  return signs.join('').replace(/(.{4})(?=.)/g, '$1-')
}
