/** A share as a percentage with two decimals, or as many, rounded half-up for display only; `–` where there is none. */
export function percentText(share: number | null, decimals: 1 | 2 = 2): string {
  if (share === null) return '–'
  // Through the shortest decimal text: 1.005 % lies below itself in binary, and would be rounded down.
  const [digits = '0', exponent = '0'] = String(share).split('e')
  const last = Math.round(Number(`${digits}e${Number(exponent) + 2 + decimals}`))
  return `${(last / 10 ** decimals).toFixed(decimals)} %`
}
