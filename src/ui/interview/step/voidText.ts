import { ACCEPTANCE } from '../../../domain/interview/agreedLedger'
import type { MessageKey } from '../../app/i18n/useMessages'

/** Key of the text that says why an answer holds no more. */
export function voidText(question: string | undefined): MessageKey {
  return question === ACCEPTANCE ? 'interview.resultChanged' : 'interview.ledgerChanged'
}
