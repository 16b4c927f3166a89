/** Hex digits of a hash that make a number below 2^32. */
const DIGITS = 8

/**
 * Whether a household's paper form is entered a second time. Each is drawn by itself, by a hash of the seed and the household: the
 * draw does not depend on how many forms there are, nor on the order of their entry. `sharePercent`: from 0 to 100. `digest`:
 * SHA-256 in hex.
 */
export function isDrawnForSecondEntry(
  household: string,
  { seed, sharePercent }: { readonly seed: string; readonly sharePercent: number },
  digest: (text: string) => string,
): boolean {
  const hash = digest(JSON.stringify(['second entry', seed, household])).slice(0, DIGITS)
  return Number.parseInt(hash, 16) / 16 ** DIGITS < sharePercent / 100
}
