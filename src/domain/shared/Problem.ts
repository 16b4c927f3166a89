import type { ProblemCode } from './ProblemCode'

/**
 * Expected trouble, returned and never thrown: what is wrong, where, and with which value.
 * The words belong to the interface: `resources/texts/problems.*.json` has, for every code, a message and a remedy.
 */
export interface Problem {
  readonly code: ProblemCode
  /** `error`: the thing named is refused. `warning`: taken, and flagged. `note`: worth knowing. */
  readonly severity: Severity
  readonly place: Place
  /** What stood there, as it was read; null where nothing did. */
  readonly value: string | null
  /** Further values for the message's placeholders. */
  readonly details?: Readonly<Record<string, string | number>>
}

export type Severity = 'error' | 'warning' | 'note'

/** Where in the user's material the trouble lies; only the parts that apply. */
export interface Place {
  readonly file?: string
  readonly sheet?: string
  /** A1 notation, as a reviewer finds it in Excel. */
  readonly cell?: string
  /** 1-based line of a text file. */
  readonly line?: number
  readonly household?: string
  readonly member?: string
  readonly question?: string
}
