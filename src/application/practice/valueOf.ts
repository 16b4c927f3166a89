import type { Result } from '../../domain/shared/Result'

/** In a made-up story a refusal is a bug. */
export function valueOf<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.problems))
  return result.value
}
