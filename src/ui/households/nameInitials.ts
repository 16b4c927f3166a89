/** The initials that a character may have: `ds` for 单, which is read dān and, as a surname, shàn. */
export type InitialsOf = (character: string) => string

/** Before the readings are loaded, names are found by their characters alone. */
export const NO_INITIALS: InitialsOf = () => ''

/** The readings of Chinese characters, loaded when somebody first wants them; each character is looked up once. */
export async function loadInitials(): Promise<InitialsOf> {
  const { pinyin } = await import('pinyin-pro')
  const known = new Map<string, string>()
  return (character) => {
    const found = known.get(character)
    if (found !== undefined) return found
    const readings = pinyin(character, { multiple: true, pattern: 'first', toneType: 'none', type: 'array' })
    const initials = readings.join('').toLowerCase()
    known.set(character, initials)
    return initials
  }
}

/** Whether some run of the text's characters has these initials; `lad` and `ad` find 李爱东. */
export function hasInitials(text: string, wanted: string, initialsOf: InitialsOf): boolean {
  for (let start = 0; start + wanted.length <= text.length; start++) {
    let index = 0
    while (index < wanted.length && initialsOf(text.charAt(start + index)).includes(wanted.charAt(index)))
      index++
    if (index === wanted.length) return true
  }
  return false
}
