import { ACCEPTANCE } from '../../../domain/interview/agreedLedger'

/** Name of the text that says why an answer holds no more. */
export function voidText(question: string | undefined): string {
  return question === ACCEPTANCE ? 'interview.resultChanged' : 'interview.ledgerChanged'
}
