import { isMissing, type DataCell, type Variable } from '../../application/datasets/Dataset'
import { dataText, MARKERS } from '../../application/datasets/dataText'

/** A cell as text: numbers and days as they are, an instant by China's clock with its offset, why there is none as its marker. */
export function cellText(cell: DataCell, { type }: Pick<Variable, 'type'>): string {
  if (cell === null) return ''
  if (isMissing(cell)) return MARKERS[cell.missing]
  if (typeof cell === 'number') return String(cell)
  if (type === 'text') return dataText(cell)
  return type === 'instant' ? chinaInstant(cell) : cell
}

/** `2020-07-15T09:30:05+08:00`, with milliseconds where there are any. */
function chinaInstant(instant: string): string {
  const clock = new Date(chinaClock(instant)).toISOString()
  return `${clock.replace(/\.000Z$|Z$/, '')}+08:00`
}

/** Milliseconds since 1970 on a clock in China, whose single zone files of data have. */
export function chinaClock(instant: string): number {
  return Date.parse(instant) + 8 * 3600 * 1000
}
