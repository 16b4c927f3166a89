import type { Language } from '../../application/texts/Texts'
import type { Text } from '../../domain/instrument/Instrument'
import type { Writing } from '../../application/workbook/writings'

/** What a file of data says besides its rows. */
export interface FileTerms {
  /** What the file is called inside. */
  readonly title: string
  /** Of labels. */
  readonly language: Language
  /** What each reason for a missing value is called. */
  readonly missing: Readonly<Record<Writing, Text>>
  /** When it was written: an ISO instant. */
  readonly at: string
}
