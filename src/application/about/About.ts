import type { Notice } from './Notice'

/** What the rules or a form are, as shipped. */
export interface Edition {
  readonly of: EditionOf
  readonly version: string
  /** SHA-256 of the content in hex: the same content has the same one, whatever its version says. */
  readonly hash: string
}

export type EditionOf = 'standards' | 'assessment' | 'census' | 'village' | 'county'

/** What the app can say of itself. */
export interface AboutPort {
  editions(): readonly Edition[]
  /** Codes of all problems that the app knows. */
  readonly problemCodes: readonly string[]
  /** The text of the app's own licence. */
  readonly licence: string
  /** What else is built in; null where the build made no list, as while developing. */
  notices(): Promise<readonly Notice[] | null>
}
