/** Names of what a database throws when a disk is full or broken, or it was taken away; anything else is a bug. */
const DATABASE_TROUBLE = [
  'QuotaExceededError', 'AbortError', 'DatabaseClosedError', 'InvalidStateError', 'UnknownError', 'NotReadableError',
] // prettier-ignore

/** The trouble's name; throws the error on if it is a bug. */
export function databaseTrouble(error: unknown): string {
  if (error instanceof Error && DATABASE_TROUBLE.includes(error.name)) return error.name
  throw error
}
