/**
 * The form in which headers and coded values are compared: full-width letters made half-width, no spaces, no
 * punctuation, lower case. `已脱贫（享受政策）` and `已脱贫(享受政策)` give the same; so do `姓 名` and `姓名`.
 */
export function normaliseLabel(text: string): string {
  return text.normalize('NFKC').replace(NOT_LETTER_OR_DIGIT, '').toLowerCase()
}

const NOT_LETTER_OR_DIGIT = /[^\p{L}\p{N}√×]/gu

/** A header without its item number: `A12务工时间` is `务工时间`. */
export function withoutItemNumber(label: string): string {
  return label.replace(/^[a-z]?\d{1,2}(?=\D)/, '')
}
