import type { RawCell } from './SheetTable'

/**
 * The cell as a person reads it, with the white space of spreadsheets (no-break and full-width spaces, line breaks,
 * zero-width marks) made plain and trimmed; `null` when nothing is left.
 */
export function cellText(cell: RawCell): string | null {
  switch (typeof cell) {
    case 'string':
      return tidySpaces(cell)
    case 'number':
      return String(cell)
    case 'boolean':
      return cell ? 'TRUE' : 'FALSE'
    default:
      return cell === null ? null : markedText(cell)
  }
}

export function isBlank(cell: RawCell): boolean {
  return cell === null || (typeof cell === 'string' && tidySpaces(cell) === null)
}

function markedText(cell: Exclude<RawCell, string | number | boolean | null>): string {
  switch (cell.kind) {
    case 'date':
      return cell.date
    case 'error':
      return cell.text
    case 'formula_without_value':
      return '=' + cell.formula
  }
}

function tidySpaces(text: string): string | null {
  if (!hasOddSpace(text)) return text === '' ? null : text
  const tidy = text.replace(ZERO_WIDTH, '').replace(WHITE_SPACE, ' ').trim()
  return tidy === '' ? null : tidy
}

const ZERO_WIDTH = /[\u200b-\u200d\u2060\ufeff]|_x000[dD]_/g
const WHITE_SPACE = /\s+/g

/** Nearly every cell is clean, and this runs once a cell: a look at the characters beats a regular expression. */
function hasOddSpace(text: string): boolean {
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index)
    if (code <= 0x20 || code === 0xa0 || code === 0x3000 || code === 0xfeff || code === 0x5f) return true
    if (code >= 0x2000 && code <= 0x206f) return true
  }
  return false
}
