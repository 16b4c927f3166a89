/** A share as a percentage with two decimals, rounded half-up for display only; `–` where there is none. */
export function percentText(share: number | null): string {
  if (share === null) return '–'
  // Through the shortest decimal text: 1.005 % lies below itself in binary, and would be rounded down.
  const [digits = '0', exponent = '0'] = String(share).split('e')
  const hundredths = Math.round(Number(`${digits}e${Number(exponent) + 4}`))
  return `${(hundredths / 100).toFixed(2)} %`
}
