import { percentText } from './percentText'

/** A difference of two shares in percentage points, with its sign, rounded as `percentText` rounds; `–` where there is none. */
export function pointsText(difference: number | null, decimals: 1 | 2 = 2): string {
  if (difference === null) return '–'
  const points = percentText(Math.abs(difference), decimals).replace(' %', '')
  if (Number(points) === 0) return points
  return `${difference < 0 ? '−' : '+'}${points}`
}
