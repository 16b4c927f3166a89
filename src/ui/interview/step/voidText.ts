import type { Roles } from '../../../domain/instrument/Roles'
import type { MessageKey } from '../../app/i18n/useMessages'

/** Key of the text that says why an answer holds no more. */
export function voidText(question: string | undefined, { acceptance }: Roles): MessageKey {
  return question === acceptance ? 'interview.resultChanged' : 'interview.ledgerChanged'
}
