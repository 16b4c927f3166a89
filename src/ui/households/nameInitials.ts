/** The initials that a character may have: `ds` for 单, which is read dān and, as a surname, shàn; empty for what has none. */
export type InitialsOf = (character: string) => string

/** A name of many characters with several readings each could be read in thousands of ways. */
const MOST_WAYS = 16

/** The readings of Chinese characters, loaded when somebody first wants them; each character is looked up once. */
export async function loadInitials(): Promise<InitialsOf> {
  const { pinyin } = await import('pinyin-pro')
  const known = new Map<string, string>()
  return (character) => {
    const found = known.get(character)
    if (found !== undefined) return found
    const readings = pinyin(character, { multiple: true, pattern: 'first', toneType: 'none', type: 'array' })
    const initials = [...new Set(readings.join('').toLowerCase())].join('')
    known.set(character, initials)
    return initials
  }
}

/** The initials of a name in every way it may be read, 16 at most: `dxm` and `sxm` for 单小明. */
export function waysOfInitials(name: string, initialsOf: InitialsOf): readonly string[] {
  let ways = ['']
  for (const character of name) {
    const initials = initialsOf(character) || character
    // Nearly every character: a county's list has half a million of them.
    if (initials.length === 1) {
      ways = ways.map((way) => way + initials)
      continue
    }
    const more = ways.flatMap((way) => [...initials].map((initial) => way + initial))
    ways = more.length <= MOST_WAYS ? more : ways.map((way) => way + initials.charAt(0))
  }
  return ways
}
