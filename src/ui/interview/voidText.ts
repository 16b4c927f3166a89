import type { Roles } from '../../domain/instrument/Roles'

/** Name of the text that says why an answer holds no more. */
export function voidText(question: string | undefined, { acceptance }: Roles): string {
  return question === acceptance ? 'interview.resultChanged' : 'interview.ledgerChanged'
}
