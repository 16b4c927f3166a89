import type { Problem } from './Problem'
import type { ProblemCode } from './ProblemCode'

/** What a call that may meet expected trouble returns. Bugs throw; expected trouble is returned. */
export type Result<T> = Success<T> | Refusal

export interface Success<T> {
  readonly ok: true
  readonly value: T
}

export interface Refusal {
  readonly ok: false
  /** At least one. */
  readonly problems: readonly Problem[]
}

export function success<T>(value: T): Success<T> {
  return { ok: true, value }
}

/** A refusal with one problem that lies in no particular place of the user's material. */
export function refusal(
  code: ProblemCode,
  value: string | null = null,
  details?: Readonly<Record<string, string | number>>,
): Refusal {
  return refusals([{ code, severity: 'error', place: {}, value, ...(details && { details }) }])
}

export function refusals(problems: readonly Problem[]): Refusal {
  return { ok: false, problems }
}
