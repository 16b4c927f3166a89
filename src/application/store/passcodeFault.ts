/** Characters that a passcode has at least: fewer are guessed in days whatever the key derivation costs. */
export const MIN_PASSCODE_LENGTH = 8
/** Digits alone are guessed in a day. */
const FEWEST_DIGITS = 12
const FEWEST_DIFFERENT = 4
/** Characters that must be left beside a word that everybody tries first. */
const FEWEST_BESIDE = 5

/** What keeps a text from being a passcode: too short, or among the first that anybody tries; null where nothing does. */
export function passcodeFault(passcode: string): 'short' | 'weak' | null {
  if (passcode.length < MIN_PASSCODE_LENGTH) return 'short'
  const plain = passcode.normalize('NFKC').toLowerCase()
  const backwards = [...plain].reverse().join('')
  const isWeak =
    (/^\d+$/.test(plain) && plain.length < FEWEST_DIGITS) ||
    new Set(plain).size < FEWEST_DIFFERENT ||
    REPEATED.test(plain) ||
    ROWS.some((row) => row.includes(plain) || row.includes(backwards)) ||
    TRIED_FIRST.some((word) => plain.includes(word) && plain.length - word.length < FEWEST_BESIDE)
  return isWeak ? 'weak' : null
}

const REPEATED = /^(.+)\1+$/u
/** Keys side by side, the alphabet, and digits in order. */
const ROWS = [
  '12345678901234567890',
  'abcdefghijklmnopqrstuvwxyz',
  'qwertyuiopasdfghjklzxcvbnm',
  '1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik,9ol.',
  'q1w2e3r4t5y6u7i8o9p0',
  '1q2w3e4r5t6y7u8i9o0p',
]
const TRIED_FIRST = ['password', 'passw0rd', 'woaini', 'iloveyou', 'admin', 'qwerty', 'yihu', '123456']
