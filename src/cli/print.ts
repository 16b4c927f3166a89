import { OBEYED_MARKS } from '../domain/shared/obeyedMarks'

/** Prints a line of the answer. */
export function print(text: string): void {
  console.log(printable(text))
}

/** Prints a line for whoever sits before the terminal, beside the answer. */
export function warn(text: string): void {
  console.error(printable(text))
}

/**
 * The text with marks that a terminal would obey, or that turn the direction of what follows, written out as `\u001b`: names
 * come from anybody's files. Documents in JSON mean the same with them written so.
 */
export function printable(text: string): string {
  return text.replace(OBEYED_MARKS, (mark) => `\\u${mark.charCodeAt(0).toString(16).padStart(4, '0')}`)
}
