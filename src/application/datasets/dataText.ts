import type { Writing } from '../workbook/writings'

/** What stands in place of a value that there is none of, where cells are text: the letters that Stata has for it. */
export const MARKERS: Readonly<Record<Writing, string>> = {
  not_applicable: '.a',
  unanswered: '.b',
  conflict: '.c',
  hidden: '.d',
}

/** A text that a spreadsheet takes for a formula, that is a marker, or that begins with the mark itself. */
const TO_MARK = /^(?:[=+\-@\t\r']|\.[a-d]$)/

/**
 * A text as files of data have it: inert in a spreadsheet and never taken for a marker. Where it would be, `'` stands before it; whoever
 * takes one `'` off the beginning of a text has the text that was. Readers end texts at NUL: it becomes its sign `␀`.
 */
export function dataText(text: string): string {
  const kept = text.replaceAll('\0', '␀')
  return TO_MARK.test(kept) ? `'${kept}` : kept
}
