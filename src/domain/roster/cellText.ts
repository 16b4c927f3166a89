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
  if (typeof cell !== 'string') return cell === null
  return !isCommon(cell.charCodeAt(0)) && tidySpaces(cell) === null
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
  const tidy = text.replace(UNSEEN, '').replace(WHITE_SPACE, ' ').trim()
  return tidy === '' ? null : tidy
}

/** Directions, zero widths, soft hyphens, byte order marks: whatever fonts draw as nothing. */
export const UNSEEN = /[\p{Default_Ignorable_Code_Point}\p{Cf}]|_x000[adAD]_/gu
export const WHITE_SPACE = /[\s\p{Z}\p{Cc}]+/gu

/** Nearly every cell is clean, and this runs once a cell: a look at the characters beats a regular expression. */
function hasOddSpace(text: string): boolean {
  for (let index = 0; index < text.length; index++) {
    if (!isCommon(text.charCodeAt(index))) return true
  }
  return false
}

/** A character that is seen wherever it stands; `_` may begin an escape. */
function isCommon(code: number): boolean {
  return (code > 0x20 && code < 0x7f && code !== 0x5f) || (code >= 0x3001 && code <= 0x9fff)
}
