import type { SqlCell } from './LakeEngine'

/** Cells of a row by the types that the statement gives them; another type is a bug and throws. */
export function textAt(row: readonly SqlCell[], at: number): string {
  return textOrNullAt(row, at) ?? fail(row, at)
}

export function textOrNullAt(row: readonly SqlCell[], at: number): string | null {
  const cell = row[at] ?? null
  return cell === null || typeof cell === 'string' ? cell : fail(row, at)
}

export function numberAt(row: readonly SqlCell[], at: number): number {
  return numberOrNullAt(row, at) ?? fail(row, at)
}

export function numberOrNullAt(row: readonly SqlCell[], at: number): number | null {
  const cell = row[at] ?? null
  return cell === null || typeof cell === 'number' ? cell : fail(row, at)
}

export function booleanOrNullAt(row: readonly SqlCell[], at: number): boolean | null {
  const cell = row[at] ?? null
  return cell === null || typeof cell === 'boolean' ? cell : fail(row, at)
}

function fail(row: readonly SqlCell[], at: number): never {
  throw new Error(`cell ${at} of a row of another type: ${typeof row[at]}`)
}
