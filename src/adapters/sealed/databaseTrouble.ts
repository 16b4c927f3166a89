import { refusal, type Result } from '../../domain/shared/Result'

/** Names of what a database throws when a disk is full or broken, or it was taken away; anything else is a bug. */
const DATABASE_TROUBLE = [
  'QuotaExceededError', 'AbortError', 'DatabaseClosedError', 'InvalidStateError', 'UnknownError', 'NotReadableError',
] // prettier-ignore

/** The trouble's name; throws the error on if it is a bug. */
export function databaseTrouble(error: unknown): string {
  if (error instanceof Error && DATABASE_TROUBLE.includes(error.name)) return error.name
  throw error
}

/** What the work gives; `not_saved` where the database failed it. */
export async function orNotSaved<T>(work: Promise<Result<T>>): Promise<Result<T>> {
  try {
    return await work
  } catch (error) {
    return refusal('not_saved', null, { side: 'index', code: databaseTrouble(error) })
  }
}
