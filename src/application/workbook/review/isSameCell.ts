import type { SnapshotCell } from './Snapshot'

/** Whether a cell says what was written: numbers to nine digits, texts to the letter, whatever ends their lines; a formula whatever it comes to. */
export function isSameCell(was: SnapshotCell, now: SnapshotCell): boolean {
  if (isFormula(was) && isFormula(now)) return true
  const [left, right] = [valueOf(was), valueOf(now)]
  if (isFormula(was)) return left === null && right === null
  if (typeof left === 'number' && typeof right === 'number')
    return Math.abs(left - right) <= 1e-9 * Math.max(Math.abs(left), Math.abs(right))
  return left === right
}

/** A text that is the same for cells that say the same, but for numbers on the edge of rounding. */
export function cellSign(cell: SnapshotCell): string {
  if (isFormula(cell)) return '='
  const value = valueOf(cell)
  if (value === null) return ''
  return typeof value === 'number' ? `n${value.toPrecision(9)}` : `t${value}`
}

function isFormula(cell: SnapshotCell): cell is { readonly f: string | number | null } {
  return typeof cell === 'object' && cell !== null
}

function valueOf(cell: SnapshotCell): string | number | null {
  const value = isFormula(cell) ? cell.f : cell
  if (typeof value !== 'string') return value
  return value === '' ? null : value.replace(/\r\n?/g, '\n')
}
