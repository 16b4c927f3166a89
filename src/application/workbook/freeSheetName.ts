/** Longest name of a sheet in Excel, and what it may not contain. */
const NAME_LENGTH = 31
const NAME_FORBIDDEN = /[\\/?*[\]:\p{Cc}\p{Cf}]/gu

/** A name that a sheet may have, as near as can be to the wanted one; `taken` gets it. Letter case tells no sheets apart. */
export function freeSheetName(wanted: string, taken: Set<string>): string {
  const base = wanted.replace(NAME_FORBIDDEN, ' ').replace(/^[' ]+/, '') || '1'
  for (let number = 1; ; number++) {
    const suffix = number === 1 ? '' : ` ${number}`
    const name = wholeLetters(base, NAME_LENGTH - suffix.length).replace(/[' ]+$/, '') + suffix
    if (taken.has(name.toLowerCase())) continue
    taken.add(name.toLowerCase())
    return name
  }
}

/** The beginning of a text, without half a letter at its end. */
function wholeLetters(text: string, length: number): string {
  const cut = text.slice(0, length)
  return /[\ud800-\udbff]$/.test(cut) ? cut.slice(0, -1) : cut
}
