import type { ProblemCode } from '../../shared/ProblemCode'

/** What reading one cell gave: a value, or none; and what is wrong with the cell, if anything is. */
export interface Reading<Value> {
  /** `null` when the cell is blank, means 'nothing', or could not be read: never a default. */
  readonly value: Value | null
  readonly trouble: Trouble | null
}

/** The cell's half of a problem: the row reader adds the place and the value. */
export interface Trouble {
  readonly code: ProblemCode
  readonly details?: Readonly<Record<string, string | number>>
}

export const NOTHING: Reading<never> = { value: null, trouble: null }

export function readingOf<Value>(value: Value): Reading<Value> {
  return { value, trouble: null }
}

export function unreadable(
  code: ProblemCode,
  details?: Readonly<Record<string, string | number>>,
): Reading<never> {
  return { value: null, trouble: details === undefined ? { code } : { code, details } }
}
