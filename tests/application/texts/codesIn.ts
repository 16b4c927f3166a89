/** Names of methods and programs, and what a Chinese text says in Latin letters. */
const KNOWN_WORDS = [
  'Yihu',
  'yihu',
  'Excel',
  'WPS',
  'Korn-Graubard',
  'Kish',
  'Clopper-Pearson',
  'survey',
  'XLSForm',
  'KoboToolbox',
  'Stata',
]

/** What people compare by eye: groups of four digits. */
const FINGERPRINT = /\b(?:[0-9a-f]{4} ){3,}[0-9a-f]{4}\b/g

const FILE_NAME = /[^\s“”（）、，：]+\.(?:xlsx|xls|csv|ods|jsonl|json|yihu|key|yihu-backup|pdf|png)/g

/**
 * Words of programs in a Chinese text: names with `_`, made keys, and any lower-case word of three letters that is no file's name
 * and not known. None of them may stand before a reader.
 */
export function codesIn(text: string, known: readonly string[] = []): readonly string[] {
  const allowed = new Set([...KNOWN_WORDS, ...known])
  const words =
    text
      .replace(FINGERPRINT, ' ')
      .replace(FILE_NAME, ' ')
      .match(/[A-Za-z][A-Za-z0-9_.-]*/g) ?? []
  return words.filter((word) => !allowed.has(word) && /[a-z]{3}|_|^[hmw]-[0-9a-f]{8}/.test(word))
}
