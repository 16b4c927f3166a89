/**
 * Whether two names of people at work are one person's, written otherwise: with blanks, marks that nobody sees, dots,
 * full-width or capital letters. Nobody is a second person to himself by writing his name in another way.
 */
export function isSameName(left: string, right: string): boolean {
  return bareName(left) === bareName(right)
}

/** What of a name is compared: equal for one person's, however it is written. */
export function bareName(name: string): string {
  return name.normalize('NFKC').replace(NOT_OF_THE_NAME, '').toLowerCase()
}

const NOT_OF_THE_NAME = /[\s\p{Cf}\p{Cc}\p{Mn}·•‧∙⋅・･.．。'’`´_-]/gu
