import type { Scope } from '../../domain/instrument/Instrument'

/** The forms that this app knows, in all their versions. */
export interface KnownForms {
  isVersion(version: string): boolean
  /** Whether some version asks this of a household, a member or a ledger line. */
  isQuestion(name: string, scope: Scope): boolean
}
