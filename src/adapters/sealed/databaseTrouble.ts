import { refusal, type Result } from '../../domain/shared/Result'

/** Names of the errors that a database throws when the disk is full or broken, or the database was removed; any other is a bug. */
const DATABASE_TROUBLE = [
  'QuotaExceededError', 'AbortError', 'DatabaseClosedError', 'InvalidStateError', 'UnknownError', 'NotReadableError',
] // prettier-ignore

/** The error's name; throws it again if it is a bug. */
export function databaseTrouble(error: unknown): string {
  if (error instanceof Error && DATABASE_TROUBLE.includes(error.name)) return error.name
  throw error
}

/** The result of the work; `not_saved` where the database failed. */
export async function orNotSaved<T>(work: Promise<Result<T>>): Promise<Result<T>> {
  try {
    return await work
  } catch (error) {
    return refusal('not_saved', null, { side: 'index', code: databaseTrouble(error) })
  }
}
